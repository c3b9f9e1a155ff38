// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/challenge.h"
#include "remote/graphanswer.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace remote;

namespace {

const QByteArray claims = R"({"access_token":{"nbf":{"essential":true,"value":"1604106651"}}})";

} // namespace

class Challenges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsAreFound_data();
    void claimsAreFound();
    void challengesAreTakenApart();
    void anAnswerSaysThatMoreIsWanted();
};

void Challenges::claimsAreFound_data()
{
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::addColumn<bool>("found");
    const QByteArray base64 = claims.toBase64();
    const QByteArray head = R"(Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims=")";
    QTest::newRow("as documented") << QList<QByteArray> {head + base64 + '"'} << true;
    QTest::newRow("base64url without padding")
        << QList<QByteArray> {head + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + '"'} << true;
    QTest::newRow("another order") << QList<QByteArray> {"Bearer claims=\"" + base64 + "\",error=\"insufficient_claims\""} << true;
    QTest::newRow("not quoted") << QList<QByteArray> {"bearer ERROR=insufficient_claims , claims=\"" + base64 + '"'} << true;
    QTest::newRow("behind another challenge") << QList<QByteArray> {"PoP nonce=\"x, Bearer\", " + head + base64 + '"'} << true;
    QTest::newRow("in the second header") << QList<QByteArray> {"Negotiate", head + base64 + '"'} << true;
    QTest::newRow("of another scheme") << QList<QByteArray> {"PoP error=\"insufficient_claims\", claims=\"" + base64 + '"'} << false;
    QTest::newRow("another error") << QList<QByteArray> {"Bearer error=\"invalid_token\", claims=\"" + base64 + '"'} << false;
    QTest::newRow("no claims") << QList<QByteArray> {"Bearer error=\"insufficient_claims\""} << false;
    QTest::newRow("claims that are none") << QList<QByteArray> {"Bearer error=\"insufficient_claims\", claims=\"!!\""} << false;
    QTest::newRow("claims that are no object")
        << QList<QByteArray> {"Bearer error=\"insufficient_claims\", claims=\"" + QByteArray("[1]").toBase64() + '"'} << false;
    QTest::newRow("endless") << QList<QByteArray> {head + base64 + "\", x=\"" + QByteArray(20'000, 'x') + '"'} << false;
    QTest::newRow("no header") << QList<QByteArray>() << false;
}

void Challenges::claimsAreFound()
{
    QFETCH(const QList<QByteArray>, headers);
    QFETCH(const bool, found);
    QCOMPARE(claimsWanted(headers), found ? std::optional(claims) : std::nullopt);
}

void Challenges::challengesAreTakenApart()
{
    const QList<Challenge> all = challenges({R"(, Basic realm="a \"b\" , c" ,, Bearer, Digest a=b,c = "d)"});
    const QList<Challenge> expected = {{"basic", {{"realm", "a \"b\" , c"}}}, {"bearer", {}}, {"digest", {{"a", "b"}, {"c", "d"}}}};
    QCOMPARE(all, expected);
    QCOMPARE(all.constLast().value("c"), QByteArray("d"));
    QCOMPARE(all.constLast().value("x"), QByteArray());
}

void Challenges::anAnswerSaysThatMoreIsWanted()
{
    HttpAnswer answer {.status = 401, .headers = {}, .body = R"({"error":{"code":"InvalidAuthenticationToken","message":"Continuous access evaluation"}})"};
    QCOMPARE(statusError(answer, u"list incidents"_s, false).code, u"InvalidAuthenticationToken"_s);
    answer.headers.append({"WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"" + claims.toBase64() + '"'});
    const domain::Error error = statusError(answer, u"list incidents"_s, false);
    QCOMPARE(error.kind, domain::ErrorKind::SignInNeeded);
    QCOMPARE(error.code, u"insufficientClaims"_s);
}

CASEMATE_TEST(Challenges)
#include "challenges.moc"
