// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "approveflow.h"

#include "support/testmain.h"

#include "store/cachereader.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Decision;
using remote::Outcome;
using remote::Proof;

namespace {

// Under the sanitizers a run takes five times as long; there it is memory that is looked at, and a part of them will do.
#ifdef __SANITIZE_ADDRESS__
constexpr int statementStep = 5;
#else
constexpr int statementStep = 1;
#endif

enum class Sin { SendsTwice, SendsBeforeTheIntent, ProvesAnything };

// A mail executor as it must not be: what a checker is good for.
class Sinner final : public remote::Executor
{
public:
    Sinner(std::unique_ptr<remote::Executor> honest, Sin sin)
        : m_honest(std::move(honest))
        , m_sin(sin)
    {
    }

    void readFacts(const Decision &decision, QObject *asker, FactsFunction answer) override
    {
        const bool isReady = std::any_of(decision.facts.begin(), decision.facts.end(), [](const domain::Fact &fact) {
            return fact.name.startsWith("latestLocation/"_L1) && !fact.value.isEmpty();
        });
        if (m_sin != Sin::SendsBeforeTheIntent || !isReady || m_early) {
            m_honest->readFacts(decision, asker, std::move(answer));
            return;
        }
        m_honest->carryOut(decision, {newId()}, asker, [=, this](const domain::Result<Outcome> &outcome) {
            m_early = outcome;
            m_honest->readFacts(decision, asker, answer);
        });
    }

    [[nodiscard]] QByteArray digest(const Decision &decision) const override { return m_honest->digest(decision); }

    void carryOut(const Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                  OutcomeFunction answer) override
    {
        if (m_early) {
            domain::Answer<Outcome>(asker, std::move(answer))(*m_early);
            return;
        }
        if (m_sin != Sin::SendsTwice) {
            m_honest->carryOut(decision, attempt, asker, std::move(answer));
            return;
        }
        m_honest->carryOut(decision, attempt, asker, [=, this](const domain::Result<Outcome> &) {
            m_honest->carryOut(decision, {newId()}, asker, answer);
        });
    }

    void prove(const Decision &decision, QObject *asker, ProofFunction answer) override
    {
        if (m_sin == Sin::ProvesAnything)
            domain::Answer<Proof>(asker, std::move(answer))(Proof {Proof::State::Proved, {}, {}, {}});
        else
            m_honest->prove(decision, asker, std::move(answer));
    }

private:
    std::unique_ptr<remote::Executor> m_honest;
    Sin m_sin;
    std::optional<domain::Result<Outcome>> m_early;
};

void corrupt(ApproveFlow &flow, Sin sin)
{
    flow.desk.bench.executor = [sin](domain::ExecutorKind kind, std::unique_ptr<remote::Executor> honest) {
        if (kind != domain::ExecutorKind::MailRemediation)
            return honest;
        return std::unique_ptr<remote::Executor>(std::make_unique<Sinner>(std::move(honest), sin));
    };
}

} // namespace

// Whatever request or statement fails, wherever the program dies: ledger and tenant agree in the end.
class Sweeps final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutAFaultItEndsProved();
    void everyFaultEndsInAgreement_data();
    void everyFaultEndsInAgreement();
    void theCheckerSeesASecondSending();
    void theCheckerSeesASendingBeforeTheIntent();
    void theCheckerSeesAProofOfNothing();

private:
    [[nodiscard]] bool isEverCaught(Sin sin, Fault::Kind kind, const QString &fault);

    QTemporaryDir m_prepared; // databases with their schema and nothing else
    int m_requests = 0;
    int m_statements = 0;
};

void Sweeps::initTestCase()
{
    EngineBench bench;
    bench.signIn(false);
    bench.start();
    bench.core().stop();
    bench.turn();
    const QString folder = bench.folder();
    bench.kill();
    const QStringList files = QDir(folder).entryList(QDir::Files);
    for (const QString &file : files)
        QVERIFY(QFile::copy(folder + u'/' + file, m_prepared.path() + u'/' + file));
    ApproveFlow flow(m_prepared.path(), {});
    flow.run();
    m_requests = flow.requests();
    m_statements = flow.statements();
    qInfo("a run without a fault: %d requests, %d statements", m_requests, m_statements);
    QVERIFY(m_requests > 10 && m_statements > 100); // a sweep over nothing proves nothing
    QLoggingCategory::setFilterRules(u"sync*.warning=false"_s); // thousands of warnings that are meant to come
}

void Sweeps::cleanupTestCase()
{
    QLoggingCategory::setFilterRules({});
}

void Sweeps::withoutAFaultItEndsProved()
{
    ApproveFlow flow(m_prepared.path(), {});
    flow.run();
    QCOMPARE(flow.faults(), QStringList());
    QCOMPARE(flow.ending(), u"verified , comment verified "_s);
    QCOMPARE(flow.desk.effects(u"remediation"_s).size(), 1);
    QCOMPARE(flow.desk.effects(u"comment"_s).size(), 1);
    const remote::GraphDecoder decoder;
    store::CacheReader cache(flow.desk.bench.folder(), decoder);
    const auto locations = cache.latestLocations({{u"m-1"_s, u"bo@contoso.example"_s}});
    QVERIFY(locations && locations->size() == 1);
    QCOMPARE(locations->first().value, u"deletedFolder"_s); // the proof
    const auto detail = cache.incident({u"7"_s});
    QVERIFY(detail && detail->incident.comments.size() == 1);
}

void Sweeps::everyFaultEndsInAgreement_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::addColumn<int>("last");
    QTest::newRow("request unreachable") << Fault::Kind::Unreachable << m_requests;
    QTest::newRow("answer lost") << Fault::Kind::AnswerLost << m_requests;
    QTest::newRow("killed before a request") << Fault::Kind::KilledBefore << m_requests;
    QTest::newRow("killed after a request") << Fault::Kind::KilledAfter << m_requests;
    QTest::newRow("disk full") << Fault::Kind::DiskFull << m_statements;
    QTest::newRow("disk error") << Fault::Kind::DiskError << m_statements;
    QTest::newRow("killed at a statement") << Fault::Kind::KilledAtStatement << m_statements;
}

void Sweeps::everyFaultEndsInAgreement()
{
    QFETCH(Fault::Kind, kind);
    QFETCH(int, last);
    QVERIFY(last > 0);
    const int step = last == m_statements ? statementStep : 1;
    qInfo("%s: one in %d of %d", QTest::currentDataTag(), step, last);
    QMap<QString, int> endings;
    QStringList faults;
    std::chrono::seconds longest {0};
    for (int nth = 1; nth <= last; nth += step) {
        ApproveFlow flow(m_prepared.path(), {kind, nth});
        flow.run();
        const QStringList found = flow.hasStruck() ? flow.faults() : QStringList {u"nothing struck"_s};
        if (!found.isEmpty())
            faults.append(u"%1: %2 (%3)"_s.arg(nth).arg(found.join(u", "_s), flow.ending()));
        ++endings[flow.ending().simplified()];
        longest = std::max(longest, flow.length());
    }
    for (auto ending = endings.cbegin(); ending != endings.cend(); ++ending)
        qInfo("%s, %d runs: %s", QTest::currentDataTag(), *ending, qPrintable(ending.key()));
    qInfo("%s: the longest took %lld s of its own time", QTest::currentDataTag(), qlonglong(longest.count()));
    QVERIFY2(faults.isEmpty(), qPrintable(u"%1 bad runs: "_s.arg(faults.size()) + faults.mid(0, 10).join(u"; "_s)));
}

bool Sweeps::isEverCaught(Sin sin, Fault::Kind kind, const QString &fault)
{
    for (int nth = 1; nth <= m_requests; ++nth) {
        ApproveFlow flow(m_prepared.path(), {kind, nth});
        corrupt(flow, sin);
        flow.run();
        if (flow.faults().contains(fault))
            return true;
    }
    return false;
}

void Sweeps::theCheckerSeesASecondSending()
{
    ApproveFlow flow(m_prepared.path(), {});
    corrupt(flow, Sin::SendsTwice);
    flow.run();
    QCOMPARE(flow.faults(), QStringList(u"2 remediations"_s));
}

void Sweeps::theCheckerSeesASendingBeforeTheIntent()
{
    ApproveFlow calm(m_prepared.path(), {});
    corrupt(calm, Sin::SendsBeforeTheIntent);
    calm.run();
    QCOMPARE(calm.faults(), QStringList()); // nobody can see it until something fails
    QVERIFY(isEverCaught(Sin::SendsBeforeTheIntent, Fault::Kind::KilledAfter, u"2 remediations"_s));
}

void Sweeps::theCheckerSeesAProofOfNothing()
{
    QVERIFY(isEverCaught(Sin::ProvesAnything, Fault::Kind::KilledBefore, u"verified without a remediation"_s));
}

CASEMATE_TEST(Sweeps)
#include "sweeps.moc"
