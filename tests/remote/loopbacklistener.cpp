// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/loopbacklistener.h"

#include "support/handclock.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using casemate::test::HandClock;

namespace {

class Visitor final : public QObject
{
public:
    explicit Visitor(quint16 port, const QHostAddress &address = QHostAddress::LocalHost)
    {
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_answer += m_socket.readAll(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] { m_closed = true; });
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { m_closed = true; });
        m_socket.connectToHost(address, port);
    }
    void say(const QByteArray &bytes) { m_socket.write(bytes); }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] QByteArray answer() const { return m_answer; }

private:
    QTcpSocket m_socket;
    QByteArray m_answer;
    bool m_closed = false;
};

QByteArray get(quint16 port, const QByteArray &target, const QByteArray &host = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + (host.isEmpty() ? "localhost:" + QByteArray::number(port) : host)
        + "\r\nUser-Agent: test\r\n\r\n";
}

} // namespace

class LoopbackListener final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAnswerIsTakenAndTheListenerCloses();
    void bothAddressesListenAndNoOther();
    void anErrorIsAnAnswerToo();
    void otherRequestsAreTurnedAway_data();
    void otherRequestsAreTurnedAway();
    void aSecondAnswerIsNotTaken();
    void aLargeRequestIsCutOff();
    void aSlowClientIsCutOff();
    void manyConnectionsDoNotPileUp();
    void thePageShowsNothingOfTheRequest();
    void everySignInHasAPortOfItsOwn();
};

void LoopbackListener::theAnswerIsTakenAndTheListenerCloses()
{
    HandClock clock;
    remote::LoopbackListener listener(clock);
    QSignalSpy spy(&listener, &remote::LoopbackListener::answered);
    const auto port = listener.listen();
    QVERIFY(port.hasValue());
    Visitor browser(*port);
    const QByteArray request = get(*port, "/?code=a%2Bb+c&state=x%3D&session_state=1");
    browser.say(request.left(20)); // in pieces
    QTRY_VERIFY(browser.isConnected());
    browser.say(request.mid(20));
    QTRY_COMPARE(spy.size(), 1);
    const auto parameters = spy.constFirst().constFirst().value<QHash<QString, QString>>();
    QCOMPARE(parameters.value(u"code"_s), u"a+b c"_s);
    QCOMPARE(parameters.value(u"state"_s), u"x="_s);
    QVERIFY(!listener.isListening());
    QTRY_VERIFY(browser.isClosed());
    QVERIFY(browser.answer().startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(browser.answer().contains("Referrer-Policy: no-referrer\r\n"));
    QVERIFY(browser.answer().contains("Content-Security-Policy: default-src 'none'\r\n"));
    QVERIFY(browser.answer().contains("Cache-Control: no-store\r\n"));
    Visitor late(*port);
    QTRY_VERIFY(late.isClosed());
    QVERIFY(!late.isConnected());
}

void LoopbackListener::bothAddressesListenAndNoOther()
{
    HandClock clock;
    remote::LoopbackListener listener(clock);
    const auto port = listener.listen();
    QVERIFY(port.hasValue());
    // The kernel's own table: local addresses of sockets that listen (state 0A) on this port, in hexadecimal.
    const QByteArray wanted = ':' + QByteArray::number(*port, 16).toUpper().rightJustified(4, '0');
    QStringList addresses;
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() > 3 && fields.at(1).endsWith(wanted) && fields.at(3) == "0A")
                addresses.append(QString::fromLatin1(fields.at(1).chopped(wanted.size())));
        }
    }
    QVERIFY(addresses.contains(u"0100007F"_s));
    addresses.removeAll(u"0100007F"_s);
    addresses.removeAll(u"00000000000000000000000001000000"_s); // ::1, where there is IPv6
    QCOMPARE(addresses, QStringList());
}

void LoopbackListener::anErrorIsAnAnswerToo()
{
    HandClock clock;
    remote::LoopbackListener listener(clock);
    QSignalSpy spy(&listener, &remote::LoopbackListener::answered);
    const auto port = listener.listen();
    Visitor browser(*port);
    browser.say(get(*port, "/?error=access_denied&error_description=AADSTS65004%3a+declined&state=x"));
    QTRY_COMPARE(spy.size(), 1);
    const auto parameters = spy.constFirst().constFirst().value<QHash<QString, QString>>();
    QCOMPARE(parameters.value(u"error_description"_s), u"AADSTS65004: declined"_s);
}

void LoopbackListener::otherRequestsAreTurnedAway_data()
{
    QTest::addColumn<QByteArray>("request"); // PORT stands for the port
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const char *request, const char *status) {
        QTest::newRow(name) << QByteArray(request) << QByteArray(status);
    };
    row("another host", "GET /?code=a&state=b HTTP/1.1\r\nHost: evil.example\r\n\r\n", "400");
    row("another port", "GET /?code=a&state=b HTTP/1.1\r\nHost: localhost:1\r\n\r\n", "400");
    row("an address for a host", "GET /?code=a&state=b HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", "400");
    row("no host", "GET /?code=a&state=b HTTP/1.1\r\nX: y\r\n\r\n", "400");
    row("two hosts", "GET /?code=a HTTP/1.1\r\nHost: localhost:PORT\r\nHost: localhost:PORT\r\n\r\n", "400");
    row("host with a user", "GET /?code=a&state=b HTTP/1.1\r\nHost: x@localhost:PORT\r\n\r\n", "400");
    row("POST", "POST /?code=a&state=b HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "405");
    row("OPTIONS", "OPTIONS / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "405");
    row("favicon", "GET /favicon.ico HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "404");
    row("another path", "GET /x?code=a&state=b HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "404");
    row("absolute target", "GET http://localhost:PORT/?code=a HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "404");
    row("no answer in it", "GET / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "400");
    row("neither code nor error", "GET /?state=b HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "400");
    row("code twice", "GET /?code=a&code=b&state=c HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "400");
    row("state twice", "GET /?code=a&state=b&state=c HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "400");
    row("not HTTP", "hello\r\n\r\n", "400");
    row("another version", "GET /?code=a&state=b HTTP/2\r\nHost: localhost:PORT\r\n\r\n", "400");
    row("TLS", "\x16\x03\x01\x02\r\n\r\n", "400");
}

void LoopbackListener::otherRequestsAreTurnedAway()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    HandClock clock;
    remote::LoopbackListener listener(clock);
    QSignalSpy spy(&listener, &remote::LoopbackListener::answered);
    const auto port = listener.listen();
    Visitor stranger(*port);
    stranger.say(QByteArray(request).replace("PORT", QByteArray::number(*port)));
    QTRY_VERIFY(stranger.isClosed());
    QVERIFY2(stranger.answer().startsWith(QByteArray("HTTP/1.1 " + status)), stranger.answer().constData());
    QCOMPARE(spy.size(), 0);
    QVERIFY(listener.isListening());
    Visitor browser(*port); // the real answer still comes through
    browser.say(get(*port, "/?code=a&state=b"));
    QTRY_COMPARE(spy.size(), 1);
}

void LoopbackListener::aSecondAnswerIsNotTaken()
{
    HandClock clock;
    remote::LoopbackListener listener(clock);
    QSignalSpy spy(&listener, &remote::LoopbackListener::answered);
    const auto port = listener.listen();
    Visitor first(*port);
    Visitor second(*port); // connected before the first answer came
    QTRY_VERIFY(first.isConnected() && second.isConnected());
    first.say(get(*port, "/?code=a&state=b"));
    QTRY_COMPARE(spy.size(), 1);
    second.say(get(*port, "/?code=z&state=y"));
    QTRY_VERIFY(second.isClosed());
    QCOMPARE(spy.size(), 1);
    QVERIFY(!second.answer().startsWith("HTTP/1.1 200"));
}

void LoopbackListener::aLargeRequestIsCutOff()
{
    HandClock clock;
    remote::LoopbackListener listener(clock);
    QSignalSpy spy(&listener, &remote::LoopbackListener::answered);
    const auto port = listener.listen();
    Visitor large(*port);
    large.say("GET /?code=" + QByteArray(1024 * 1024, 'a'));
    QTRY_VERIFY(large.isClosed());
    QCOMPARE(spy.size(), 0);
    QVERIFY(listener.isListening());
}

void LoopbackListener::aSlowClientIsCutOff()
{
    HandClock clock;
    remote::LoopbackListener listener(clock);
    const auto port = listener.listen();
    Visitor slow(*port);
    slow.say("GET /?code=");
    QTRY_VERIFY(slow.isConnected());
    QTRY_VERIFY(clock.hasAlarms());
    clock.advance(9s);
    QVERIFY(!slow.isClosed());
    clock.advance(2s);
    QTRY_VERIFY(slow.isClosed());
    QVERIFY(listener.isListening());
}

void LoopbackListener::manyConnectionsDoNotPileUp()
{
    HandClock clock;
    remote::LoopbackListener listener(clock, {.request = 10s, .size = 16 * 1024, .connections = 3});
    QSignalSpy spy(&listener, &remote::LoopbackListener::answered);
    const auto port = listener.listen();
    std::vector<std::unique_ptr<Visitor>> crowd;
    for (int i = 0; i < 10; ++i)
        crowd.push_back(std::make_unique<Visitor>(*port));
    const auto closed = [&crowd] {
        return std::count_if(crowd.begin(), crowd.end(), [](const auto &visitor) { return visitor->isClosed(); });
    };
    QTRY_COMPARE(closed(), 7);
    clock.advance(11s);
    QTRY_COMPARE(closed(), 10);
    Visitor browser(*port);
    browser.say(get(*port, "/?code=a&state=b"));
    QTRY_COMPARE(spy.size(), 1);
}

void LoopbackListener::thePageShowsNothingOfTheRequest()
{
    HandClock clock;
    remote::LoopbackListener listener(clock);
    const auto port = listener.listen();
    Visitor browser(*port);
    browser.say(get(*port, "/?error=canary1&error_description=%3Cscript%3Ecanary2&state=canary3&code=canary4"));
    QTRY_VERIFY(browser.isClosed());
    QVERIFY(browser.answer().startsWith("HTTP/1.1 200"));
    QVERIFY(!browser.answer().contains("canary"));
    QVERIFY(!browser.answer().contains("script"));
}

void LoopbackListener::everySignInHasAPortOfItsOwn()
{
    HandClock clock;
    remote::LoopbackListener first(clock);
    remote::LoopbackListener second(clock);
    const auto a = first.listen();
    const auto b = second.listen();
    QVERIFY(a.hasValue() && b.hasValue());
    QVERIFY(*a != *b);
}

CASEMATE_TEST(LoopbackListener)
#include "loopbacklistener.moc"
