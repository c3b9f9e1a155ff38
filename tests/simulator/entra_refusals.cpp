// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Refusals on order, as Conditional Access, lost consent or a bad day of the service would give them, and claims challenges
// of Graph until a token with the claims comes.

#include "simulator/challengeheader.h"
#include "simulator/demoservice.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class EntraRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyErrorCanBeOrdered_data();
    void everyErrorCanBeOrdered();
    void errorCanBeOrderedAtTheSignInPage();
    void bodyCarriesTheIdsTwice();
    void conditionalAccessEndsWithTheClaims();
    void refusalCanConcernOnePerson();
    void refusalCanStand();
    void refusalCanStandFromTheStart();
    void wordsCanBeReplaced();
    void wrongOrderIsRefused();
    void everyFormOfChallenge_data();
    void everyFormOfChallenge();
    void answeredChallengeStaysAnswered();
    void challengeIsAnsweredBySigningIn();
    void challengeCanConcernOnePerson();
    void challengeCanSpareTheIncapable();
    void applicationIsNotChallenged();
    void silentSignInTellsMissingConsent();

private:
    void order(const QJsonValue &refusal) const;
    void challenge(const QJsonValue &wish) const;
    [[nodiscard]] WireAnswer signedIn(const QString &upn = {}) const;
    [[nodiscard]] int graphStatus(const WireAnswer &tokens) const;

    std::unique_ptr<DemoService> m_service;
};

namespace {

const QByteArray incidents = "/v1.0/security/incidents";
const QString capable = u"{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}"_s;

QString refreshTokenOf(const WireAnswer &answer)
{
    return answer.json()[u"refresh_token"].toString();
}

int numberOf(const WireAnswer &answer)
{
    return answer.json()[u"error_codes"][0].toInt();
}

QString redirectValue(const WireAnswer &answer, const QString &name)
{
    const QUrlQuery query(QUrl::fromEncoded(answer.headers.value("location")));
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

void EntraRefusals::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--unthrottled"_s});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

void EntraRefusals::cleanup()
{
    order(QJsonValue());
    challenge(QString());
}

void EntraRefusals::order(const QJsonValue &refusal) const
{
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"refuse"_s, refusal}})[u"status"].toInt(), 200);
}

void EntraRefusals::challenge(const QJsonValue &wish) const
{
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"claimsChallenge"_s, wish}})[u"status"].toInt(), 200);
}

WireAnswer EntraRefusals::signedIn(const QString &upn) const
{
    return m_service->redeem(m_service->code(upn.isEmpty() ? FormData() : FormData {{u"login_hint"_s, upn}}));
}

int EntraRefusals::graphStatus(const WireAnswer &tokens) const
{
    return m_service->get(incidents, "Bearer " + tokens.json()[u"access_token"].toString().toLatin1()).status;
}

void EntraRefusals::everyErrorCanBeOrdered_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("suberror");
    const auto row = [](int number, const char *error, const char *suberror = "", int status = 400) {
        QTest::newRow(qPrintable(QString::number(number)))
            << number << status << QString::fromLatin1(error) << QString::fromLatin1(suberror);
    };
    row(70008, "invalid_grant", "token_expired");
    row(700082, "invalid_grant", "token_expired");
    row(700084, "invalid_grant", "token_expired");
    row(50173, "invalid_grant", "bad_token");
    row(50055, "invalid_grant", "user_password_expired");
    row(50076, "interaction_required", "basic_action");
    row(50079, "interaction_required", "basic_action");
    row(50158, "interaction_required", "additional_action");
    row(50199, "interaction_required");
    for (const int blocked : {53000, 53001, 53003, 53011, 530031, 530032, 530033, 530034, 530035, 530036})
        row(blocked, "interaction_required", "message_only");
    row(53005, "interaction_required", "protection_policy_required");
    row(65001, "invalid_grant", "consent_required");
    row(65004, "access_denied");
    row(90094, "access_denied", "consent_required");
    row(50011, "invalid_request");
    row(700016, "unauthorized_client");
    row(90002, "invalid_request");
    for (const int person : {50020, 50034, 50057, 50105})
        row(person, "invalid_grant");
    for (const int credential : {7000218, 7000215, 7000222, 700027})
        row(credential, "invalid_client", "", 401);
    row(50196, "invalid_grant");
    row(50194, "invalid_request");
    row(90033, "temporarily_unavailable", "", 503);
}

void EntraRefusals::everyErrorCanBeOrdered()
{
    QFETCH(int, number);
    const WireAnswer tokens = signedIn();
    order(QJsonObject {{u"number"_s, number}});
    const WireAnswer refused = m_service->refresh(refreshTokenOf(tokens));
    QTEST(refused.status, "status");
    QTEST(refused.json()[u"error"].toString(), "error");
    QTEST(refused.json()[u"suberror"].toString(), "suberror");
    QCOMPARE(refused.json()[u"error_codes"].toArray(), QJsonArray {number});
    const QString text = refused.json()[u"error_description"].toString();
    QVERIFY(text.startsWith(u"AADSTS%1: "_s.arg(number)));
    QVERIFY2(!text.contains(u"The request was refused") && !text.contains(u'%'), qPrintable(text));
    const bool isInteraction = refused.json()[u"error"] == u"interaction_required"_s;
    QCOMPARE(refused.json()[u"claims"].toString().contains(u"capolids"), isInteraction);
    QCOMPARE(m_service->refresh(refreshTokenOf(tokens)).status, 200); // once only
}

void EntraRefusals::errorCanBeOrderedAtTheSignInPage()
{
    order(QJsonObject {{u"number"_s, 53003}, {u"grant"_s, u"authorize"_s}});
    const WireAnswer answer = m_service->authorize();
    QCOMPARE(answer.status, 302);
    QCOMPARE(redirectValue(answer, u"error"_s), u"interaction_required"_s);
    QCOMPARE(redirectValue(answer, u"error_subcode"_s), u"message_only"_s);
    QVERIFY(redirectValue(answer, u"error_description"_s).startsWith(u"AADSTS53003: "));
    QVERIFY(redirectValue(answer, u"error_description"_s).contains(u" Trace ID: "));
    QVERIFY(redirectValue(answer, u"error_uri"_s).endsWith(u"/error?code=53003"));
    QCOMPARE(redirectValue(answer, u"state"_s), u"a state & more"_s);
    QVERIFY(!m_service->code().isEmpty());
}

void EntraRefusals::bodyCarriesTheIdsTwice()
{
    const QByteArray mine = "11111111-2222-4333-8444-555555555555";
    const WireAnswer answer =
        exchange(m_service->graph(), "POST", m_service->tenantPath() + "/oauth2/v2.0/token",
                 {{"Content-Type", "application/x-www-form-urlencoded"}, {"client-request-id", mine}}, "grant_type=x");
    const QJsonObject body = answer.json();
    const QString text = body[u"error_description"].toString();
    QCOMPARE(body[u"correlation_id"].toString().toLatin1(), mine);
    QCOMPARE(answer.headers.value("client-request-id"), mine);
    for (const QString &name : {u"trace_id"_s, u"correlation_id"_s, u"timestamp"_s})
        QVERIFY2(text.contains(body[name].toString()), qPrintable(name));
    static const QRegularExpression time(u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$"_s);
    QVERIFY(time.match(body[u"timestamp"].toString()).hasMatch());
    const QUrl page(body[u"error_uri"].toString());
    const WireAnswer shown = exchange(page, "GET", page.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    QCOMPARE(shown.status, 200);
    QVERIFY(shown.body.contains(QByteArray("AADSTS" + QByteArray::number(numberOf(answer)))));
}

void EntraRefusals::conditionalAccessEndsWithTheClaims()
{
    const WireAnswer tokens = signedIn();
    order(QJsonObject {
        {u"number"_s, 50076}, {u"grant"_s, u"refresh_token"_s}, {u"count"_s, 0}, {u"untilClaims"_s, true}});
    const WireAnswer refused = m_service->refresh(refreshTokenOf(tokens));
    const QString claims = refused.json()[u"claims"].toString();
    QCOMPARE(m_service->refresh(refreshTokenOf(tokens)).json()[u"claims"].toString(), claims);
    QCOMPARE(numberOf(m_service->refresh(refreshTokenOf(signedIn()))), 50076); // a sign-in without them is not enough
    const WireAnswer again = m_service->redeem(m_service->code({{u"claims"_s, claims}}));
    QCOMPARE(again.status, 200);
    QCOMPARE(m_service->refresh(refreshTokenOf(again)).status, 200);
}

void EntraRefusals::refusalCanConcernOnePerson()
{
    const WireAnswer first = signedIn(m_service->upn(0));
    const WireAnswer second = signedIn(m_service->upn(1));
    order(QJsonObject {{u"number"_s, 50057}, {u"upn"_s, m_service->upn(1).toUpper()}, {u"count"_s, 0}});
    QCOMPARE(m_service->refresh(refreshTokenOf(first)).status, 200);
    QCOMPARE(numberOf(m_service->refresh(refreshTokenOf(second))), 50057);
    QVERIFY(redirectValue(m_service->authorize({{u"login_hint"_s, m_service->upn(1)}}), u"error_description"_s)
                .startsWith(u"AADSTS50057"));
    QVERIFY(!m_service->code().isEmpty());
}

void EntraRefusals::refusalCanStand()
{
    order(53003);
    QCOMPARE(numberOf(m_service->applicationToken()), 53003);
    QCOMPARE(numberOf(m_service->applicationToken()), 53003);
    const QJsonArray standing = m_service->say("GET", "/control/entra")[u"refusals"].toArray();
    QCOMPARE(standing.size(), 1);
    QCOMPARE(standing[0][u"number"].toInt(), 53003);
    order(QJsonValue());
    QCOMPARE(m_service->applicationToken().status, 200);
    order(QJsonArray {QJsonObject {{u"number"_s, 90033}, {u"count"_s, 2}}, QJsonObject {{u"number"_s, 50196}}});
    QCOMPARE(numberOf(m_service->applicationToken()), 90033);
    QCOMPARE(numberOf(m_service->applicationToken()), 90033);
    QCOMPARE(numberOf(m_service->applicationToken()), 50196);
    QCOMPARE(m_service->applicationToken().status, 200);
}

void EntraRefusals::refusalCanStandFromTheStart()
{
    const DemoService closed({u"--switch"_s, u"refuse=7000222"_s});
    QCOMPARE(numberOf(closed.applicationToken()), 7000222);
    QCOMPARE(numberOf(closed.applicationToken()), 7000222);
}

void EntraRefusals::wordsCanBeReplaced()
{
    order(QJsonObject {{u"number"_s, 50076},
                       {u"suberror"_s, u"message_only"_s},
                       {u"claims"_s, QString()},
                       {u"error"_s, u"invalid_grant"_s},
                       {u"grant"_s, u"client_credentials"_s}});
    const QJsonObject changed = m_service->applicationToken().json();
    QCOMPARE(changed[u"error"].toString(), u"invalid_grant"_s);
    QCOMPARE(changed[u"suberror"].toString(), u"message_only"_s);
    QVERIFY(!changed.contains(u"claims"_s));
}

void EntraRefusals::wrongOrderIsRefused()
{
    const auto status = [this](const QJsonValue &refusal) {
        return m_service->say("POST", "/control/entra", {{u"refuse"_s, refusal}})[u"status"].toInt();
    };
    QCOMPARE(status(u"soon"_s), 400);
    QCOMPARE(status(QJsonObject {{u"grant"_s, u"authorize"_s}}), 400);
    QCOMPARE(status(QJsonObject {{u"number"_s, 50173}, {u"untilClaims"_s, true}}), 400);
    QCOMPARE(
        m_service
            ->say("POST", "/control/entra", {{u"claimsChallenge"_s, QJsonObject {{u"form"_s, u"odd"_s}}}})[u"status"]
            .toInt(),
        400);
    const QJsonArray errors = m_service->say("GET", "/control/entra")[u"errors"].toArray();
    QVERIFY(errors.contains(53003) && errors.contains(7000222));
}

void EntraRefusals::everyFormOfChallenge_data()
{
    QTest::addColumn<QString>("form");
    const QStringList forms = challengeForms();
    for (const QString &form : forms)
        QTest::newRow(qPrintable(form)) << form;
}

void EntraRefusals::everyFormOfChallenge()
{
    QFETCH(QString, form);
    const WireAnswer tokens = signedIn();
    challenge(QJsonObject {{u"value"_s, u"17000>>>???"_s}, {u"form"_s, form}});
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    const QByteArray bearer = "Bearer " + tokens.json()[u"access_token"].toString().toLatin1();
    client.send(requestBytes(m_service->graph(), "GET", incidents, {{"Authorization", bearer}}));
    QVERIFY(client.waitForAnswers(1));
    QCOMPARE(client.answers().first().status, 401);
    static const QRegularExpression claims(u"WWW-Authenticate: Bearer [^\\r]*claims=\"([^\"]*)\""_s);
    const QString head = QString::fromLatin1(client.received());
    const QByteArray text = claims.match(head).captured(1).toLatin1();
    QVERIFY(!text.isEmpty());
    const QByteArray decoded = QByteArray::fromBase64(
        text, text.contains('+') || text.contains('/') ? QByteArray::Base64Encoding : QByteArray::Base64UrlEncoding);
    QCOMPARE(QJsonDocument::fromJson(decoded).object()[u"access_token"][u"nbf"][u"value"].toString(),
             form == u"malformed" ? QString() : u"17000>>>???"_s);
    QCOMPARE(head.count(u"WWW-Authenticate:"_s), form == u"several" ? 3 : 1);
    QCOMPARE(head.contains(u"login.evil.example"), form == u"foreign");
    QVERIFY(form != u"unpadded" || !text.contains('='));
    QVERIFY(form != u"base64url" || (text.contains('-') && !text.contains('+')));
    QCOMPARE(text.size() > 64 * 1024, form == u"huge");
}

void EntraRefusals::answeredChallengeStaysAnswered()
{
    const WireAnswer tokens = signedIn();
    challenge(u"1700000001"_s);
    QCOMPARE(graphStatus(tokens), 401);
    QCOMPARE(graphStatus(m_service->refresh(refreshTokenOf(tokens))), 401);
    const QString claims = u"{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]},"
                           "\"nbf\":{\"essential\":true,\"value\":\"1700000001\"}}}"_s;
    const WireAnswer renewed = m_service->refresh(refreshTokenOf(tokens), {{u"claims"_s, claims}});
    QCOMPARE(graphStatus(renewed), 200);
    // the client forgets the claims now, as it should, and goes on saying only that it takes challenges
    const WireAnswer later = m_service->refresh(refreshTokenOf(renewed), {{u"claims"_s, capable}});
    QCOMPARE(graphStatus(later), 200);
    challenge(u"1700000002"_s); // another event
    QCOMPARE(graphStatus(later), 401);
}

void EntraRefusals::challengeIsAnsweredBySigningIn()
{
    challenge(u"1700000003"_s);
    QCOMPARE(graphStatus(signedIn()), 401);
    const QString claims = u"{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1700000003\"}}}"_s;
    QCOMPARE(graphStatus(m_service->redeem(m_service->code({{u"claims"_s, claims}}))), 200);
}

void EntraRefusals::challengeCanConcernOnePerson()
{
    challenge(QJsonObject {{u"value"_s, u"7"_s}, {u"upn"_s, m_service->upn(1)}});
    QCOMPARE(graphStatus(signedIn(m_service->upn(0))), 200);
    QCOMPARE(graphStatus(signedIn(m_service->upn(1))), 401);
}

void EntraRefusals::challengeCanSpareTheIncapable()
{
    challenge(QJsonObject {{u"value"_s, u"8"_s}, {u"capableOnly"_s, true}});
    const WireAnswer plain = signedIn();
    QCOMPARE(graphStatus(plain), 200);
    const WireAnswer able = m_service->refresh(refreshTokenOf(plain), {{u"claims"_s, capable}});
    QCOMPARE(claimsOf(able.json()[u"access_token"].toString())[u"xms_cc"].toArray(), QJsonArray {u"cp1"_s});
    QCOMPARE(graphStatus(able), 401);
}

void EntraRefusals::applicationIsNotChallenged()
{
    challenge(u"9"_s);
    const QByteArray token = m_service->applicationToken().json()[u"access_token"].toString().toLatin1();
    QCOMPARE(m_service->get("/v1.0/security/collaboration/analyzedEmails", "Bearer " + token).status, 200);
}

void EntraRefusals::silentSignInTellsMissingConsent()
{
    m_service->say("POST", "/control/entra", {{u"withheld"_s, QJsonArray {u"SecurityAlert.Read.All"_s}}});
    const WireAnswer silent = m_service->authorize({{u"prompt"_s, u"none"_s}});
    const WireAnswer shown = m_service->authorize();
    m_service->say("POST", "/control/entra", {{u"withheld"_s, QJsonArray()}});
    QVERIFY(redirectValue(silent, u"error_description"_s).startsWith(u"AADSTS65001: "));
    QCOMPARE(redirectValue(silent, u"error_subcode"_s), u"consent_required"_s);
    QVERIFY(redirectValue(shown, u"error_description"_s).startsWith(u"AADSTS90094: "));
}

CASEMATE_TEST(EntraRefusals)
#include "entra_refusals.moc"
