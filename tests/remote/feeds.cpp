// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/feeds.h"

#include "remote/fakegraph.h"
#include "remote/hunting.h"
#include "remote/incidents.h"
#include "remote/latestlocations.h"
#include "remote/reply.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::ErrorKind;
using remote::HttpAnswer;

class Feeds final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aWindowIsAskedFor();
    void pagesAreFollowedAsTheyCame();
    void aForeignNextPageIsRefused();
    void incompletenessIsPassedOn();
    void brokenPagesAreErrors();
    void idsThatCannotBeAddressedAreRefused();
    void huntingIsOneRequestWithItsSpan();
    void mailsAreAskedForByMessage();
    void mailPagesAreFollowed();
    void aDeadAskerEndsTheReading();

private:
    std::unique_ptr<FakeGraph> m_graph;
};

void Feeds::init()
{
    m_graph = std::make_unique<FakeGraph>();
}

void Feeds::aWindowIsAskedFor()
{
    remote::Feeds feeds(m_graph->client());
    const domain::TimeWindow window {*domain::Moment::parse(u"2026-02-25T16:00:00.1234567Z"),
                                     *domain::Moment::parse(u"2026-02-25T17:00:00Z")};
    for (const bool alerts : {false, true}) {
        m_graph->nextAnswer = HttpAnswer {200, {}, R"({"@odata.count":2,"value":[{"id":"1"},{"id":"2"}]})"};
        Reply<remote::PageAnswer> reply;
        if (alerts)
            feeds.listAlerts(window, 500, true, this, reply.function());
        else
            feeds.listIncidents(window, 50, false, this, reply.function());
        QTRY_VERIFY(reply.came());
        QVERIFY(reply.isGood());
        QCOMPARE(reply.value().page.items.size(), 2);
        QCOMPARE(reply.value().page.count, std::optional<qint64>(2));
        QVERIFY(!reply.value().incomplete);
        const QUrl url = m_graph->transport().requests().constLast().url;
        QCOMPARE(url.path(), alerts ? u"/v1.0/security/alerts_v2"_s : u"/v1.0/security/incidents"_s);
        const QUrlQuery query(url);
        QCOMPARE(
            query.queryItemValue(u"$filter"_s, QUrl::FullyDecoded),
            u"lastUpdateDateTime ge 2026-02-25T16:00:00.1234567Z and lastUpdateDateTime lt 2026-02-25T17:00:00.0000000Z"_s);
        QCOMPARE(query.queryItemValue(u"$top"_s), alerts ? u"500"_s : u"50"_s);
        QCOMPARE(query.queryItemValue(u"$count"_s), alerts ? u"true"_s : QString());
        QVERIFY(!query.hasQueryItem(u"$expand"_s)); // it fails on large incidents
        QVERIFY(!query.hasQueryItem(u"$skip"_s));
    }
}

void Feeds::pagesAreFollowedAsTheyCame()
{
    remote::Feeds feeds(m_graph->client());
    m_graph->nextAnswer = HttpAnswer {200, {}, R"({"value":[]})"};
    Reply<remote::PageAnswer> reply;
    feeds.nextPage("https://graph.microsoft.com/v1.0/security/incidents?$skiptoken=a%2Bb&x=y", this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood()); // an empty page is a page
    QCOMPARE(m_graph->transport().requests().constLast().url.toEncoded(),
             QByteArray("https://graph.microsoft.com/v1.0/security/incidents?$skiptoken=a%2Bb&x=y"));
}

void Feeds::aForeignNextPageIsRefused()
{
    remote::Feeds feeds(m_graph->client());
    Reply<remote::PageAnswer> reply;
    feeds.nextPage("https://graph.microsoft.com.evil.example/v1.0/security/incidents", this, reply.function());
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::ForbiddenAddress);
    QCOMPARE(m_graph->transport().count(), 0);
}

void Feeds::incompletenessIsPassedOn()
{
    remote::Feeds feeds(m_graph->client());
    m_graph->nextAnswer = HttpAnswer {206, {{"Warning", "Microsoft/Defender/504/10000"}}, R"({"value":[{}]})"};
    Reply<remote::PageAnswer> reply;
    feeds.listIncidents({}, 50, false, this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QVERIFY(reply.value().incomplete);
    QCOMPARE(reply.value().warning, u"Microsoft/Defender/504/10000"_s);
}

void Feeds::brokenPagesAreErrors()
{
    remote::Feeds feeds(m_graph->client());
    m_graph->nextAnswer = HttpAnswer {200, {{"request-id", "r-5"}}, R"({"value":{}})"};
    Reply<remote::PageAnswer> reply;
    feeds.listIncidents({}, 50, false, this, reply.function());
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::NotGraph);
    QCOMPARE(reply.error().requestId, u"r-5"_s);
}

void Feeds::idsThatCannotBeAddressedAreRefused()
{
    remote::Incidents incidents(m_graph->client());
    for (const QString &id : {u"../users"_s, u"1?x"_s, QString(), u"1%2f2"_s}) {
        Reply<remote::ItemAnswer> read;
        Reply<remote::GraphAnswer> patched;
        Reply<remote::GraphAnswer> commented;
        incidents.get({id}, remote::Lane::Foreground, this, read.function());
        incidents.patch({id}, {{u"status"_s, u"resolved"_s}}, {}, this, patched.function());
        incidents.comment({id}, u"c"_s, {}, this, commented.function());
        QVERIFY(!read.came());
        QTRY_VERIFY(read.came() && patched.came() && commented.came());
        QCOMPARE(read.error().code, u"badId"_s);
        QCOMPARE(patched.error().code, u"badId"_s);
        QCOMPARE(commented.error().code, u"badId"_s);
        QVERIFY(!patched.error().mayHaveBeenApplied);
    }
    QCOMPARE(m_graph->transport().count(), 0);
}

void Feeds::huntingIsOneRequestWithItsSpan()
{
    remote::Hunting hunting(m_graph->client());
    Reply<remote::HuntingAnswer> reply;
    hunting.run(u"EmailEvents | where Subject == \"Ü\""_s, u"P7D"_s, remote::Lane::Foreground, this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QCOMPARE(reply.value().rows.size(), 2);
    QCOMPARE(reply.value().serverDate, domain::Moment::parse(u"2026-02-25T16:31:33Z"));
    const QJsonObject body = QJsonDocument::fromJson(m_graph->transport().requests().constLast().body).object();
    QCOMPARE(body.value("Query"_L1).toString(), u"EmailEvents | where Subject == \"Ü\""_s);
    QCOMPARE(body.value("Timespan"_L1).toString(), u"P7D"_s);
    m_graph->transport().failRequest(m_graph->transport().count() + 1, FakeTransport::FailureMode::LostAnswer);
    Reply<remote::HuntingAnswer> lost;
    hunting.run(u"EmailEvents"_s, {}, remote::Lane::Foreground, this, lost.function());
    QTRY_VERIFY(lost.came());
    QVERIFY(!lost.error().mayHaveBeenApplied); // it reads; there is nothing to apply
    QCOMPARE(m_graph->transport().count(), 2); // and it is a POST: not repeated
}

void Feeds::mailsAreAskedForByMessage()
{
    remote::LatestLocations locations(m_graph->client());
    m_graph->places = {{u"n1/a@b.example"_s, u"inbox_folder"_s},
                       {u"n1/c@b.example"_s, u"junkFolder"_s},
                       {u"o'n/d@b.example"_s, u"quarantine"_s}};
    Reply<QList<domain::Fact>> reply;
    locations.read({{u"n1"_s, u"a@b.example"_s}, {u"n1"_s, u"c@b.example"_s}, {u"o'n"_s, u"d@b.example"_s}},
                   remote::MailSource::AnalyzedEmails, remote::Lane::Foreground, this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QCOMPARE(reply.value().size(), 3);
    QCOMPARE(m_graph->transport().count(), 2); // one a message
    const QUrlQuery query(m_graph->transport().requests().at(1).url);
    QCOMPARE(query.queryItemValue(u"$filter"_s, QUrl::FullyDecoded),
             u"networkMessageId eq 'o''n' and recipientEmailAddress eq 'd@b.example'"_s);
    Reply<QList<domain::Fact>> nothing;
    locations.read({}, remote::MailSource::Hunting, remote::Lane::Foreground, this, nothing.function());
    QTRY_VERIFY(nothing.came());
    QVERIFY(nothing.isGood() && nothing.value().isEmpty());
    QCOMPARE(m_graph->transport().count(), 2);
}

void Feeds::mailPagesAreFollowed()
{
    remote::AnalyzedEmails emails(m_graph->client());
    m_graph->places.clear();
    m_graph->nextAnswer =
        HttpAnswer {200, {}, R"({"value":[{"networkMessageId":"n1","recipientEmailAddress":"a@b.example"}],
        "@odata.nextLink":"https://graph.microsoft.com/v1.0/security/collaboration/analyzedEmails?$skiptoken=2"})"};
    Reply<remote::AnalyzedEmails::Found> reply;
    emails.get({u"n1"_s, {}}, remote::Lane::Foreground, this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QCOMPARE(reply.value().emails.size(), 1);
    QCOMPARE(m_graph->transport().count(), 2);
    for (const remote::HttpRequest &request : m_graph->transport().requests())
        QVERIFY(request.headers.contains(qMakePair(QByteArray("Authorization"), QByteArray("Bearer application"))));
}

void Feeds::aDeadAskerEndsTheReading()
{
    remote::LatestLocations locations(m_graph->client());
    auto asker = std::make_unique<QObject>();
    locations.read({{u"n1"_s, {}}, {u"n2"_s, {}}, {u"n3"_s, {}}}, remote::MailSource::AnalyzedEmails,
                   remote::Lane::Foreground, asker.get(), [](const auto &) { QFAIL("the asker is gone"); });
    asker.reset();
    QTRY_VERIFY(m_graph->client().children().isEmpty());
    QCOMPARE(m_graph->transport().count(), 0);
}

CASEMATE_TEST(Feeds)
#include "feeds.moc"
