// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"

#include "support/testmain.h"

#include "store/cachereader.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace casemate::test;

namespace {

constexpr int seeds = 200;

// A tenant that changes while it is read, by the numbers of one seed.
class History
{
public:
    explicit History(quint32 seed)
        : m_random(seed)
    {
    }

    void prepare(EngineBench &bench)
    {
        FakeTenant::Habits &habits = bench.tenant.habits;
        habits.order = FakeTenant::Order(below(3));
        habits.counts = below(4) != 0;
        habits.shortPages = below(3) == 0;
        habits.losesNextLink = habits.counts && below(5) == 0; // without a count nobody could notice
        habits.deepestSkip = below(4) == 0 ? 8 + below(8) : 0;
        casemate::sync::PullRules &rules = bench.options.pull;
        rules.incidents = {4 + below(6), 12 + below(20), 3 + below(4)};
        rules.alerts = {4 + below(6), 12 + below(20), 3 + below(4)};
        rules.pagesInFlight = 1 + below(3);
        m_incidents = below(60);
        m_alerts = m_incidents == 0 ? 0 : below(40);
        for (int i = 0; i < m_incidents; ++i)
            bench.tenant.addIncident(QString::number(i), somewhen(bench));
        for (int i = 0; i < m_alerts; ++i)
            bench.tenant.addAlert(u"a%1"_s.arg(i), QString::number(below(m_incidents)), somewhen(bench));
    }

    // What happens between two pages: now and then rows get newer stamps, and time passes.
    void happen(EngineBench &bench)
    {
        bench.clock->pass(std::chrono::milliseconds(below(3000)));
        for (int moves = below(4); moves > 0 && m_incidents > 0; --moves) {
            if (m_alerts > 0 && below(2) == 0)
                bench.tenant.touchAlert(u"a%1"_s.arg(below(m_alerts)));
            else
                bench.tenant.touchIncident(QString::number(below(m_incidents)));
        }
        if (below(10) == 0)
            bench.tenant.addIncident(QString::number(m_incidents++), bench.clock->now());
    }

    int below(int limit) { return int(m_random() % quint32(limit)); }

private:
    domain::Moment somewhen(EngineBench &bench)
    {
        // Many at nearly the same time, some long ago.
        const qint64 seconds = below(3) == 0 ? below(170 * 24 * 3600) : 3600 + below(20);
        return {bench.clock->now().plusSeconds(-seconds).ticks - below(1000)};
    }

    std::mt19937 m_random;
    int m_incidents = 0;
    int m_alerts = 0;
};

} // namespace

class Histories final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsMissingAndNothingIsThereTwice();

private:
    void pullOrDie(EngineBench &bench, History &history);
    QString differences(EngineBench &bench);

    QTemporaryDir m_prepared; // databases with their schema and nothing else
    int m_kills = 0;
    qsizetype m_requests = 0;
};

void Histories::initTestCase()
{
    EngineBench bench;
    bench.signIn(false);
    bench.start(); // opens all three, pulls nothing
    bench.core().stop();
    bench.turn();
    const QString folder = bench.folder();
    bench.kill();
    const QStringList files = QDir(folder).entryList(QDir::Files);
    for (const QString &file : files)
        QVERIFY(QFile::copy(folder + u'/' + file, m_prepared.path() + u'/' + file));
}

// A pull that may be killed at any page.
void Histories::pullOrDie(EngineBench &bench, History &history)
{
    int pagesToLive = history.below(3) == 0 ? 1 + history.below(12) : 100'000;
    bench.tenant.beforeList = [&] {
        history.happen(bench);
        bench.isHalted = --pagesToLive <= 0;
    };
    bool isAnswered = false;
    QObject asker;
    bench.core().pull(false, domain::Answer<domain::PullState>(&asker, [&](const auto &) { isAnswered = true; }));
    bench.runUntil([&] { return isAnswered || bench.isHalted; });
    bench.tenant.beforeList = {};
    if (isAnswered)
        return;
    ++m_kills;
    bench.kill();
    bench.start();
}

QString Histories::differences(EngineBench &bench)
{
    const auto cached = bench.cachedIncidents();
    const auto real = bench.tenant.incidentStamps();
    if (cached != real) {
        QString text = u"incidents"_s;
        for (auto it = real.cbegin(); it != real.cend(); ++it)
            if (cached.value(it.key()) != *it)
                text += u" "_s + it.key() + u" is "_s + it->wire() + u" cached "_s + cached.value(it.key()).wire();
        return text;
    }
    if (bench.cachedAlerts() != bench.tenant.alertStamps())
        return u"alerts"_s;
    const remote::GraphDecoder decoder;
    store::CacheReader cache(bench.folder(), decoder);
    const auto counts = cache.counts();
    if (!counts || counts->incidents != bench.tenant.incidentStamps().size()
        || counts->alerts != bench.tenant.alertStamps().size())
        return u"counts"_s;
    for (const store::Feed feed : {store::Feed::Incidents, store::Feed::Alerts}) {
        const auto state = cache.feedState(feed);
        if (!state || state->open.size() != 1 || !state->incomplete.isEmpty())
            return u"open windows"_s;
    }
    return {};
}

void Histories::nothingIsMissingAndNothingIsThereTwice()
{
    // CASEMATE_TEST_SEED replays one of them.
    const quint32 only = qEnvironmentVariable("CASEMATE_TEST_SEED").toUInt();
    const quint32 first = only > 0 ? only : 1;
    const quint32 last = only > 0 ? only : seeds;
    QStringList failed;
    for (quint32 seed = first; seed <= last; ++seed) {
        History history(seed);
        EngineBench bench;
        bench.useFolder(m_prepared.path());
        bench.signIn(false);
        history.prepare(bench);
        bench.start();
        for (int pulls = 1 + history.below(3); pulls > 0; --pulls) {
            pullOrDie(bench, history);
            bench.clock->pass(std::chrono::seconds(history.below(1200)));
        }
        bench.clock->pass(std::chrono::seconds(2)); // the Date has no fractions
        const auto end = bench.pull();
        const QString difference = !end ? u"no answer"_s
            : !*end                     ? domain::errorKindWord(end->error().kind) + u' ' + end->error().code
                                         : differences(bench);
        m_requests += bench.transport->count();
        if (!difference.isEmpty())
            failed.append(u"%1: %2"_s.arg(seed).arg(difference));
    }
    qInfo("%d histories, %lld requests, %d kills", seeds, qlonglong(m_requests), m_kills);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.mid(0, 10).join(u"; "_s)));
}

CASEMATE_TEST(Histories)
#include "histories.moc"
