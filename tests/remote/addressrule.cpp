// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/addressrule.h"

#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

domain::Cloud globalCloud()
{
    domain::Cloud cloud;
    cloud.name = u"global"_s;
    cloud.login = QUrl(u"https://login.microsoftonline.com"_s);
    cloud.graph = QUrl(u"https://graph.microsoft.com"_s);
    cloud.portal = QUrl(u"https://security.microsoft.com"_s);
    return cloud;
}

domain::Cloud demoCloud(const QString &graph)
{
    domain::Cloud cloud;
    cloud.name = u"demo"_s;
    cloud.demo = true;
    cloud.login = QUrl(graph);
    cloud.graph = QUrl(graph);
    return cloud;
}

} // namespace

class AddressRule final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostileAddressesAreRefused_data();
    void hostileAddressesAreRefused();
    void realNextLinksPass_data();
    void realNextLinksPass();
    void plainHttpIsForLoopbackLiteralsOfADemoOnly_data();
    void plainHttpIsForLoopbackLiteralsOfADemoOnly();
    void anIdCannotChangeThePath_data();
    void anIdCannotChangeThePath();
    void aQueryValueStaysAValue();
    void aPathIsJoinedToTheHost();
    void controlCharactersAreRefused();
};

void AddressRule::hostileAddressesAreRefused_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *address, const char *code) {
        QTest::newRow(address) << QByteArray(address) << QString::fromLatin1(code);
    };
    // another host
    row("https://evil.example/v1.0/security/incidents", "host");
    row("https://graph.microsoft.com.evil.example/v1.0/x", "host");
    row("https://evil.example/?https://graph.microsoft.com/v1.0/", "host");
    row("https://evil.example#https://graph.microsoft.com/v1.0/", "host");
    row("https://graph.microsoft.com./v1.0/x", "host");
    row("https://graph.microsoft.co/v1.0/x", "host");
    row("https://xgraph.microsoft.com/v1.0/x", "host");
    row("https://graph.microsoft.us/v1.0/x", "host");
    row("https://login.microsoftonline.com/v1.0/x", "host");
    row("https://127.0.0.1/v1.0/x", "host");
    row("https://[::1]/v1.0/x", "host");
    row("https:///v1.0/x", "host");
    row("https://graph%2emicrosoft.com/v1.0/x", "host");
    row("https://graph%2Emicrosoft%2Ecom/v1.0/x", "host");
    row("https://graph\xe3\x80\x82microsoft.com/v1.0/x", "host"); // ideographic full stop
    row("https://gr\xd0\xb0ph.microsoft.com/v1.0/x", "host"); // Cyrillic a
    row("https://xn--grph-43d.microsoft.com/v1.0/x", "host");
    row("https://graph.microsoft.com\\@evil.example/v1.0/x", "userinfo");
    row("https://graph.microsoft.com\\.evil.example/v1.0/x", "host");
    row("https://graph.microsoft.com%00.evil.example/v1.0/x", "host");
    row("https://graph.microsoft.com%2f.evil.example/v1.0/x", "host");
    // something in front of the host
    row("https://graph.microsoft.com@evil.example/v1.0/x", "userinfo");
    row("https://graph.microsoft.com:443@evil.example/v1.0/x", "userinfo");
    row("https://user@graph.microsoft.com/v1.0/x", "userinfo");
    row("https://user:secret@graph.microsoft.com/v1.0/x", "userinfo");
    row("https://@graph.microsoft.com/v1.0/x", "userinfo");
    // another port
    row("https://graph.microsoft.com:8443/v1.0/x", "host");
    row("https://graph.microsoft.com:80/v1.0/x", "host");
    row("https://graph.microsoft.com:0443/v1.0/x", "host");
    row("https://graph.microsoft.com:/v1.0/x", "host");
    // another scheme
    row("http://graph.microsoft.com/v1.0/x", "scheme");
    row("ftp://graph.microsoft.com/v1.0/x", "scheme");
    row("file:///v1.0/x", "scheme");
    row("javascript://graph.microsoft.com/v1.0/x", "scheme");
    row("//graph.microsoft.com/v1.0/x", "malformed");
    row("/v1.0/security/incidents", "malformed");
    row("graph.microsoft.com/v1.0/x", "malformed");
    row("https:/graph.microsoft.com/v1.0/x", "malformed");
    row("https:graph.microsoft.com/v1.0/x", "malformed");
    row("", "malformed");
    // outside the API's roots
    row("https://graph.microsoft.com/v1.0.evil.example/", "path");
    row("https://graph.microsoft.com/v1.0", "path");
    row("https://graph.microsoft.com/", "path");
    row("https://graph.microsoft.com", "path");
    row("https://graph.microsoft.com?/v1.0/", "path");
    row("https://graph.microsoft.com/v2.0/x", "path");
    row("https://graph.microsoft.com/V1.0/x", "path");
    row("https://graph.microsoft.com//v1.0/x", "path");
    row("https://graph.microsoft.com/v1.0/../me", "path");
    row("https://graph.microsoft.com/v1.0/x/../../admin", "path");
    row("https://graph.microsoft.com/v1.0/./x", "path");
    row("https://graph.microsoft.com/v1.0//x", "path");
    row("https://graph.microsoft.com/v1.0/..", "path");
    row("https://graph.microsoft.com/v1.0\\x", "path");
    row("https://graph.microsoft.com/v1.0/a\\..\\b", "path");
    row("https://graph.microsoft.com/v1.0/a b", "path");
    row("https://graph.microsoft.com/v1.0/\xc3\xa9", "path");
    row("https://graph.microsoft.com/v1.0/<x>", "path");
    // hidden separators
    row("https://graph.microsoft.com/v1.0/..%2f..%2fadmin", "encoding");
    row("https://graph.microsoft.com/v1.0/%2e%2e/admin", "encoding");
    row("https://graph.microsoft.com/v1.0/%2E%2E/admin", "encoding");
    row("https://graph.microsoft.com/v1.0/a%5cb", "encoding");
    row("https://graph.microsoft.com/v1.0/a%252fb", "encoding");
    row("https://graph.microsoft.com/v1.0/a%00b", "encoding");
    row("https://graph.microsoft.com/v1.0/x#y", "fragment");
    row("https://graph.microsoft.com/v1.0/%zz", "malformed");
    row("https://graph.microsoft.com/v1.0/x%", "malformed");
    QTest::newRow("far too long") << QByteArray("https://graph.microsoft.com/v1.0/" + QByteArray(20'000, 'a'))
                                  << u"malformed"_s;
}

void AddressRule::hostileAddressesAreRefused()
{
    QFETCH(QByteArray, address);
    QFETCH(QString, code);
    const remote::AddressRule rule(globalCloud());
    const auto url = rule.graph(address);
    QVERIFY2(!url, address.constData());
    QCOMPARE(url.error().kind, domain::ErrorKind::ForbiddenAddress);
    QCOMPARE(url.error().code, code);
    QVERIFY(!url.error().mayHaveBeenApplied);
}

void AddressRule::realNextLinksPass_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("sent");
    const QByteArray plain = "https://graph.microsoft.com/v1.0/security/incidents?$top=1&$skip=1";
    QTest::newRow("skip") << plain << plain;
    const QByteArray beta = "https://graph.microsoft.com/beta/security/alerts_v2?$skiptoken=eyJhIjoxfQ%3D%3D";
    QTest::newRow("token") << beta << beta;
    QTest::newRow("port") << QByteArray("https://graph.microsoft.com:443/v1.0/x?y")
                          << QByteArray("https://graph.microsoft.com:443/v1.0/x?y");
    QTest::newRow("upper case host") << QByteArray("HTTPS://Graph.Microsoft.COM/v1.0/x")
                                     << QByteArray("https://graph.microsoft.com/v1.0/x");
    QTest::newRow("raw blanks and quotes in the query")
        << QByteArray("https://graph.microsoft.com/v1.0/x?$filter=status eq 'active' and a gt \"b\"")
        << QByteArray("https://graph.microsoft.com/v1.0/x?$filter=status%20eq%20'active'%20and%20a%20gt%20%22b%22");
    QTest::newRow("bound action")
        << QByteArray("https://graph.microsoft.com/v1.0/security/incidents/microsoft.graph.security.x(a=1)?b")
        << QByteArray("https://graph.microsoft.com/v1.0/security/incidents/microsoft.graph.security.x(a=1)?b");
    QTest::newRow("hostile text in the query only")
        << QByteArray("https://graph.microsoft.com/v1.0/x?next=https://evil.example/..%2f@a")
        << QByteArray("https://graph.microsoft.com/v1.0/x?next=https://evil.example/..%2F@a"); // the same code
}

void AddressRule::realNextLinksPass()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, sent);
    const remote::AddressRule rule(globalCloud());
    const auto url = rule.graph(address);
    QVERIFY2(url.hasValue(), qPrintable(url ? QString() : url.error().code));
    QCOMPARE(url->toEncoded(), sent);
    QCOMPARE(url->host(), u"graph.microsoft.com"_s);
}

void AddressRule::plainHttpIsForLoopbackLiteralsOfADemoOnly_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("demo");
    QTest::addColumn<bool>("passes");
    QTest::newRow("IPv4") << u"http://127.0.0.1:8080"_s << true << true;
    QTest::newRow("IPv6") << u"http://[::1]:8080"_s << true << true;
    QTest::newRow("TLS") << u"https://127.0.0.1:8443"_s << true << true;
    QTest::newRow("a name, even this one") << u"http://localhost:8080"_s << true << false;
    QTest::newRow("another loopback address") << u"http://127.0.0.2:8080"_s << true << false;
    QTest::newRow("an outside host") << u"http://graph.microsoft.com"_s << true << false;
    QTest::newRow("no demo") << u"http://127.0.0.1:8080"_s << false << false;
    QTest::newRow("no demo, IPv6") << u"http://[::1]:8080"_s << false << false;
}

void AddressRule::plainHttpIsForLoopbackLiteralsOfADemoOnly()
{
    QFETCH(QString, base);
    QFETCH(bool, demo);
    QFETCH(bool, passes);
    domain::Cloud cloud = demoCloud(base);
    cloud.demo = demo;
    const remote::AddressRule rule(cloud);
    QCOMPARE(rule.graph(base.toLatin1() + "/v1.0/x").hasValue(), passes);
    QCOMPARE(rule.login(base.toLatin1() + "/common/oauth2/v2.0/token").hasValue(), passes);
    QCOMPARE(rule.graphPath("/v1.0/x").hasValue(), passes);
    QVERIFY(!rule.graph("http://127.0.0.1:9/v1.0/x"));
}

void AddressRule::anIdCannotChangeThePath_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isGood");
    for (const char *id :
         {"29", "da637551227677560813_-961444813", "0a1b2c3d-1111-2222-3333-444455556666-1234-1", "a.b~c", "a:b@c"})
        QTest::newRow(id) << QString::fromLatin1(id) << true;
    for (const char *id :
         {"", ".", "..", "a/b", "../x", "a%2fb", "a?b", "a#b", "a b", "a\\b", "a\"b", "<a>", "a\nb", "a|b", "a;b"})
        QTest::addRow("bad: %s", id) << QString::fromLatin1(id) << false;
    QTest::newRow("right to left") << u"a\u202eb"_s << false;
    QTest::newRow("NUL") << u"a\0b"_s << false;
    QTest::newRow("letters of another script") << u"а"_s << false;
    QTest::newRow("ten kilobytes") << QString(10'240, u'a') << false;
}

void AddressRule::anIdCannotChangeThePath()
{
    QFETCH(QString, id);
    QFETCH(bool, isGood);
    const auto segment = remote::pathSegment(id);
    QCOMPARE(segment.hasValue(), isGood);
    if (isGood) {
        const auto url =
            remote::AddressRule(globalCloud()).graphPath("/v1.0/security/incidents/" + *segment + "/comments");
        QVERIFY(url.hasValue());
        QCOMPARE(url->path(), u"/v1.0/security/incidents/"_s + id + u"/comments"_s);
    } else {
        QCOMPARE(segment.error().code, u"badId"_s);
    }
}

void AddressRule::aQueryValueStaysAValue()
{
    const QByteArray query = "$filter=" + remote::queryValue(u"a eq 'x&$top=1#' and b eq '%+ü'"_s) + "&$top=5";
    const auto url = remote::AddressRule(globalCloud()).graphPath("/v1.0/x", query);
    QVERIFY(url.hasValue());
    QCOMPARE(url->query(QUrl::FullyEncoded).count(u'&'), 1);
    QVERIFY(!url->hasFragment());
}

void AddressRule::aPathIsJoinedToTheHost()
{
    const auto url =
        remote::AddressRule(demoCloud(u"http://[::1]:8080"_s)).graphPath("/v1.0/security/incidents", "$top=5");
    QVERIFY(url.hasValue());
    QCOMPARE(url->toEncoded(), QByteArray("http://[::1]:8080/v1.0/security/incidents?$top=5"));
}

void AddressRule::controlCharactersAreRefused()
{
    for (int code = 0; code < 0x20; ++code) {
        QByteArray address = "https://graph.microsoft.com/v1.0/x?y";
        address.append(static_cast<char>(code));
        QVERIFY(!remote::AddressRule(globalCloud()).graph(address));
    }
}

CASEMATE_TEST(AddressRule)
#include "addressrule.moc"
