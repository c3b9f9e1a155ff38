// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"

#include "support/testmain.h"

#include "store/cachereader.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::ErrorKind;
using domain::Moment;
using domain::PullState;
using Phase = domain::PullState::Phase;

namespace {

void fill(EngineBench &bench, int incidents)
{
    for (int i = 0; i < incidents; ++i) {
        const QString id = QString::number(i + 1);
        const Moment updated = bench.clock->now().plusSeconds(-60 - 1000LL * i);
        bench.tenant.addIncident(id, updated);
        bench.tenant.addAlert(u"a"_s + id, id, updated);
    }
}

QStringList listedWindows(const EngineBench &bench, const QString &collection)
{
    QStringList filters;
    for (const remote::HttpRequest &request : bench.transport->requests()) {
        if (request.url.path().endsWith(collection))
            filters.append(QUrlQuery(request.url).queryItemValue(u"$filter"_s, QUrl::FullyDecoded));
    }
    return filters;
}

remote::HttpAnswer status(int code, const QByteArray &body = R"({"error":{"code":"x","message":"y"}})")
{
    return {code, {{"Content-Type", "application/json"}}, body};
}

} // namespace

class Pulls final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everythingArrivesAndTheWatermarkIsTheServersTime();
    void aSecondPullReadsTheOverlapOnly();
    void aLongWindowIsHalvedAndTheNewestComeFirst();
    void aPageIsNotAskedForWhileTwoWait();
    void rowsThatMoveWhileWePageAreNotLost();
    void aMissingNextLinkIsNoticed();
    void aNextLinkThatLoopsEnds();
    void aDeepSkipThatIsRefusedIsHalved();
    void aSmallerLargestTopIsTaken();
    void anIncompleteAnswerStaysOpenAndIsRetried();
    void aPoisonItemIsCountedAndStallsNothing();
    void aFeedThatIsNotPermittedIsAnIncompleteScope();
    void aBadWindowStallsNothingElse();
    void offlineIsToldAndTriedAgainLaterAndLater();
    void withoutASessionNothingIsSent();
    void cancellingKeepsWhatIsStored();
    void aFullPullReadsEverythingAgain();
    void pendingEvidenceIsReadAgainById();
    void anotherIntervalHoldsAtOnce();
    void pendingRoundsOfEarlierRunsCount();
    void theServersClockThatWentBackStartsOver();
    void theAgeOfTheDataIsKnownBeforeTheFirstPull();

private:
    std::unique_ptr<EngineBench> m_bench;
};

void Pulls::init()
{
    m_bench = std::make_unique<EngineBench>();
    m_bench->signIn(false);
}

void Pulls::everythingArrivesAndTheWatermarkIsTheServersTime()
{
    fill(*m_bench, 120);
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->phase, Phase::Idle);
    QCOMPARE((*state)->incidents, 120);
    QCOMPARE((*state)->alerts, 120);
    QCOMPARE((*state)->done, 240);
    QCOMPARE((*state)->expected, std::optional<qint64>(240));
    QCOMPARE((*state)->requests, 1 + 3 + 1); // the time, three pages of incidents, one of alerts
    QVERIFY((*state)->freshAsOf.has_value());
    QCOMPARE((*state)->freshAsOf->dateTime().toSecsSinceEpoch(), m_bench->clock->now().dateTime().toSecsSinceEpoch());
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
    QCOMPARE(m_bench->cachedAlerts(), m_bench->tenant.alertStamps());
}

void Pulls::aSecondPullReadsTheOverlapOnly()
{
    fill(*m_bench, 120);
    m_bench->start();
    QVERIFY(m_bench->pull());
    m_bench->clock->pass(std::chrono::minutes(1));
    m_bench->tenant.touchIncident(u"77"_s);
    m_bench->clock->pass(std::chrono::minutes(1));
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->incidents, 1);
    QCOMPARE((*state)->unchanged, 2); // incident and alert 1 lie within the overlap
    QCOMPARE((*state)->requests, 3);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
}

void Pulls::aLongWindowIsHalvedAndTheNewestComeFirst()
{
    fill(*m_bench, 400);
    m_bench->options.pull.incidents.items = 100;
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->incidents, 400);
    QCOMPARE((*state)->expected, std::optional<qint64>(800)); // halving counts nothing twice
    const QStringList windows = listedWindows(*m_bench, u"/incidents"_s);
    QStringList ends;
    for (const QString &window : windows.mid(2)) { // after the time and the whole
        const QString end = window.section(u' ', -1);
        if (!ends.contains(end))
            ends.append(end);
    }
    QVERIFY(ends.size() > 2);
    QStringList newestFirst = ends;
    std::sort(newestFirst.begin(), newestFirst.end(), std::greater<>());
    QCOMPARE(ends, newestFirst);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
}

void Pulls::aPageIsNotAskedForWhileTwoWait()
{
    fill(*m_bench, 300);
    m_bench->options.pull.pagesInFlight = 1;
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->incidents, 300);
}

void Pulls::rowsThatMoveWhileWePageAreNotLost()
{
    fill(*m_bench, 200);
    m_bench->start();
    int pages = 0;
    m_bench->tenant.beforeList = [this, &pages] {
        // Each page but the first few loses rows from its front while it is read.
        if (++pages > 2 && pages < 12) {
            m_bench->clock->pass(std::chrono::seconds(2));
            m_bench->tenant.touchIncident(QString::number(pages));
            m_bench->tenant.touchIncident(QString::number(pages + 20));
        }
    };
    QVERIFY(m_bench->pull());
    m_bench->tenant.beforeList = {};
    m_bench->clock->pass(std::chrono::seconds(5));
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
}

void Pulls::aMissingNextLinkIsNoticed()
{
    fill(*m_bench, 120);
    m_bench->tenant.habits.losesNextLink = true;
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
    QCOMPARE((*state)->incomplete, QStringList());
}

void Pulls::aNextLinkThatLoopsEnds()
{
    fill(*m_bench, 120);
    m_bench->tenant.habits.loopsNextLink = true;
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
    QVERIFY((*state)->requests < 60);
}

void Pulls::aDeepSkipThatIsRefusedIsHalved()
{
    fill(*m_bench, 300);
    m_bench->tenant.habits.deepestSkip = 100;
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QVERIFY(m_bench->tenant.refused() > 0);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
}

void Pulls::aSmallerLargestTopIsTaken()
{
    fill(*m_bench, 60);
    int refused = 0;
    m_bench->tenant.instead = [&refused](const remote::HttpRequest &request) -> std::optional<remote::HttpAnswer> {
        const int top = QUrlQuery(request.url).queryItemValue(u"$top"_s).toInt();
        if (top <= 7)
            return std::nullopt;
        ++refused;
        remote::HttpAnswer answer;
        answer.status = 400;
        answer.body = QStringLiteral("{\"error\":{\"code\":\"BadRequest\",\"message\":\"The limit of '7' for Top query has been exceeded. "
                                     "The value from the incoming request is '%1'.\"}}").arg(top).toUtf8();
        return answer;
    };
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
    QCOMPARE(refused, 2); // each list once
}

void Pulls::anIncompleteAnswerStaysOpenAndIsRetried()
{
    fill(*m_bench, 20);
    m_bench->start();
    m_bench->tenant.instead = [this](const remote::HttpRequest &request) -> std::optional<remote::HttpAnswer> {
        if (!request.url.path().endsWith(u"/alerts_v2"_s))
            return std::nullopt;
        m_bench->tenant.instead = {};
        auto answer = m_bench->tenant.answer(request).value();
        answer.status = 206;
        answer.headers.append(QPair<QByteArray, QByteArray>("Warning", "199 - \"Microsoft/MDO/504/10000\""));
        return answer;
    };
    auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->alerts, 20); // what came is kept
    QCOMPARE((*state)->incomplete.size(), 1);
    QVERIFY((*state)->incomplete.first().startsWith(u"alerts: "_s));
    QVERIFY(!(*state)->freshAsOf);
    const qsizetype before = m_bench->transport->count();
    state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->incomplete, QStringList());
    QVERIFY((*state)->freshAsOf);
    QVERIFY(m_bench->transport->count() > before);
}

void Pulls::aPoisonItemIsCountedAndStallsNothing()
{
    fill(*m_bench, 20);
    m_bench->tenant.edit(u"7"_s, {{u"customTags"_s, 5}});
    m_bench->clock->pass(std::chrono::seconds(2));
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->poison, 1);
    QCOMPARE((*state)->incidents, 19);
    QVERIFY((*state)->freshAsOf);
}

void Pulls::aFeedThatIsNotPermittedIsAnIncompleteScope()
{
    fill(*m_bench, 20);
    m_bench->start();
    m_bench->tenant.instead = [](const remote::HttpRequest &request) {
        return request.url.path().endsWith(u"/alerts_v2"_s) ? std::optional(status(403)) : std::nullopt;
    };
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE((*state)->incidents, 20);
    QCOMPARE((*state)->incomplete, QStringList {u"alerts: notPermitted"_s});
    QVERIFY((*state)->freshAsOf);
    m_bench->tenant.instead = [](const remote::HttpRequest &request) {
        return request.url.host().startsWith(u"graph"_s) ? std::optional(status(403)) : std::nullopt;
    };
    const auto none = m_bench->pull();
    QVERIFY(none && !*none);
    QCOMPARE(none->error().kind, ErrorKind::NotPermitted);
}

void Pulls::aBadWindowStallsNothingElse()
{
    fill(*m_bench, 64);
    m_bench->options.pull.incidents.items = 30; // several windows
    m_bench->start();
    const QString bad = m_bench->tenant.incidentStamps().value(u"40"_s).wire();
    m_bench->tenant.instead = [bad](const remote::HttpRequest &request) -> std::optional<remote::HttpAnswer> {
        const QString filter = QUrlQuery(request.url).queryItemValue(u"$filter"_s, QUrl::FullyDecoded);
        const bool isHit = request.url.path().endsWith(u"/incidents"_s) && filter.section(u' ', 2, 2) <= bad
            && bad < filter.section(u' ', 6, 6) && !filter.contains(u"1970"_s);
        return isHit ? std::optional(status(500)) : std::nullopt;
    };
    const auto first = m_bench->pull();
    QVERIFY(first);
    for (int i = 0; i < 30 && m_bench->cachedIncidents().size() < 63; ++i)
        QVERIFY(m_bench->pull());
    QCOMPARE(m_bench->cachedIncidents().size(), 63); // all but the one that the service cannot give
    m_bench->tenant.instead = {};
    m_bench->runFor(std::chrono::minutes(3));
    const auto last = m_bench->pull();
    QVERIFY(last && *last);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
    QVERIFY((*last)->freshAsOf);
}

void Pulls::offlineIsToldAndTriedAgainLaterAndLater()
{
    fill(*m_bench, 5);
    m_bench->options.pollEvery = std::chrono::seconds(60);
    QList<std::chrono::milliseconds> tries;
    bool isOff = true;
    m_bench->tenant.instead = [&](const remote::HttpRequest &request) -> std::optional<remote::HttpAnswer> {
        if (isOff && request.url.host().startsWith(u"login"_s))
            tries.append(m_bench->clock->elapsed());
        return isOff ? std::optional(status(503)) : std::nullopt;
    };
    m_bench->start();
    QVERIFY(m_bench->runUntil([this] { return m_bench->pullState.phase == Phase::Failed; }));
    m_bench->runFor(std::chrono::minutes(20));
    isOff = false;
    QVERIFY(m_bench->runUntil([this] { return m_bench->pullState.phase == Phase::Idle; }));
    QCOMPARE(m_bench->cachedIncidents().size(), 5);
    QVERIFY(tries.size() >= 4);
    QVERIFY(tries.size() < 20); // not every ten seconds
    const auto steady = m_bench->clock->elapsed();
    const qsizetype before = m_bench->transport->count();
    m_bench->runFor(std::chrono::minutes(3));
    QCOMPARE(m_bench->transport->count() - before, 3 * 3); // a pull a minute again
    QVERIFY(m_bench->clock->elapsed() > steady);
}

void Pulls::withoutASessionNothingIsSent()
{
    EngineBench bench; // nobody has signed in
    bench.start();
    const auto state = bench.pull();
    QVERIFY(state && !*state);
    QCOMPARE(state->error().kind, ErrorKind::SignInNeeded);
    QCOMPARE(bench.pullState.phase, Phase::SignInNeeded);
    QCOMPARE(bench.transport->count(), 0);
}

void Pulls::cancellingKeepsWhatIsStored()
{
    fill(*m_bench, 300);
    m_bench->start();
    std::optional<domain::Result<PullState>> answer;
    QObject asker;
    int pages = 0;
    m_bench->tenant.beforeList = [&] {
        if (++pages == 4)
            m_bench->core().cancelPull();
    };
    m_bench->core().pull(false, domain::Answer<PullState>(&asker, [&](const auto &result) { answer = result; }));
    QVERIFY(m_bench->runUntil([&] { return answer.has_value(); }));
    QVERIFY(!*answer);
    QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
    m_bench->turn();
    const qsizetype kept = m_bench->cachedIncidents().size();
    QVERIFY(kept > 0);
    QVERIFY(kept < 300);
    m_bench->tenant.beforeList = {};
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
}

void Pulls::aFullPullReadsEverythingAgain()
{
    fill(*m_bench, 30);
    m_bench->start();
    QVERIFY(m_bench->pull());
    const auto state = m_bench->pull(true);
    QVERIFY(state && *state);
    QCOMPARE((*state)->unchanged, 60);
    QCOMPARE((*state)->incidents, 0);
}

void Pulls::anotherIntervalHoldsAtOnce()
{
    fill(*m_bench, 3);
    m_bench->options.pollEvery = std::chrono::seconds(3600);
    m_bench->start();
    QVERIFY(m_bench->runUntil([this] { return m_bench->pullState.phase == Phase::Idle; }));
    const qsizetype before = m_bench->transport->count();
    m_bench->runFor(std::chrono::minutes(2));
    QCOMPARE(m_bench->transport->count(), before);
    m_bench->core().setPace({.pollEvery = std::chrono::seconds(30), .budget = {}});
    m_bench->runFor(std::chrono::minutes(2));
    QVERIFY(m_bench->transport->count() > before);
}

void Pulls::pendingEvidenceIsReadAgainById()
{
    fill(*m_bench, 3);
    m_bench->tenant.addPendingMail(u"p1"_s, u"2"_s, u"m-1"_s, u"bo@contoso.example"_s);
    m_bench->options.pollEvery = std::chrono::seconds(60);
    m_bench->start();
    QVERIFY(m_bench->runUntil([this] { return m_bench->pullState.phase == Phase::Idle; }));
    store::CacheReader cache(m_bench->folder(), remote::GraphDecoder());
    m_bench->tenant.decidePending(u"p1"_s, u"remediated"_s); // no stamp moves
    m_bench->runFor(std::chrono::minutes(4));
    const remote::GraphDecoder decoder;
    const auto waiting = [&] { return store::CacheReader(m_bench->folder(), decoder).pendingActions()->size(); };
    QCOMPARE(waiting(), 1);
    m_bench->runFor(std::chrono::minutes(3));
    QCOMPARE(waiting(), 0);
}

void Pulls::pendingRoundsOfEarlierRunsCount()
{
    fill(*m_bench, 3);
    for (int i = 0; i < 5; ++i)
        m_bench->tenant.addPendingMail(u"p%1"_s.arg(i), u"2"_s, u"m-%1"_s.arg(i), u"bo@contoso.example"_s);
    m_bench->options.pull.pendingAtOnce = 2;
    QStringList asked;
    m_bench->tenant.instead = [&](const remote::HttpRequest &request) -> std::optional<remote::HttpAnswer> {
        if (request.url.path().contains(u"alerts_v2/"_s))
            asked.append(request.url.path().section(u'/', -1));
        return std::nullopt;
    };
    const auto pullInNewRun = [&](std::chrono::minutes later) {
        m_bench->kill();
        m_bench->clock->pass(later);
        m_bench->start();
        return bool(m_bench->pull());
    };
    m_bench->start();
    QVERIFY(m_bench->pull());
    QVERIFY(pullInNewRun(std::chrono::minutes(1)));
    QCOMPARE(asked, QStringList()); // the first pull has just read them
    for (int round = 0; round < 3; ++round) {
        QVERIFY(pullInNewRun(std::chrono::minutes(6)));
        QVERIFY(pullInNewRun(std::chrono::minutes(1)));
    }
    QCOMPARE(asked, (QStringList {u"p0"_s, u"p1"_s, u"p2"_s, u"p3"_s, u"p4"_s, u"p0"_s}));
}

void Pulls::theServersClockThatWentBackStartsOver()
{
    fill(*m_bench, 10);
    m_bench->start();
    bool isWrong = true;
    m_bench->tenant.instead = [&](const remote::HttpRequest &request) -> std::optional<remote::HttpAnswer> {
        if (!isWrong || !request.url.host().startsWith(u"graph"_s))
            return std::nullopt;
        m_bench->tenant.instead = {};
        auto answer = m_bench->tenant.answer(request).value();
        for (auto &[name, value] : answer.headers) {
            if (name == "Date")
                value = "Sat, 01 Jan 2050 00:00:00 GMT";
        }
        return answer;
    };
    QVERIFY(m_bench->pull());
    m_bench->clock->pass(std::chrono::minutes(1));
    m_bench->tenant.touchIncident(u"3"_s);
    m_bench->clock->pass(std::chrono::minutes(1));
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    QCOMPARE(m_bench->cachedIncidents(), m_bench->tenant.incidentStamps());
    QVERIFY((*state)->freshAsOf->dateTime().date().year() < 2050);
}

void Pulls::theAgeOfTheDataIsKnownBeforeTheFirstPull()
{
    fill(*m_bench, 3);
    m_bench->start();
    const auto state = m_bench->pull();
    QVERIFY(state && *state);
    m_bench->kill();
    m_bench->start();
    QVERIFY(m_bench->runUntil([this] { return m_bench->pullState.freshAsOf.has_value(); }));
    QCOMPARE(m_bench->pullState.freshAsOf, (*state)->freshAsOf);
    QCOMPARE(m_bench->pullState.phase, Phase::Never);
}

CASEMATE_TEST(Pulls)
#include "pulls.moc"
