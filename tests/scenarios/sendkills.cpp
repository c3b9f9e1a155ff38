// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program dies by SIGKILL ten times while it carries out decisions in a real tenant over real HTTP, each time
// elsewhere. Whoever starts it again ends with a ledger, a cache and a tenant that tell the same story, with no effect
// twice. One tenant and one ledger for all rounds: what a later one did wrong to an earlier one is seen too.

#include "scenarios/agreement.h"
#include "scenarios/victimrun.h"

#include "remote/graphdecoder.h"
#include "remote/incidentwrite.h"
#include "store/cachereader.h"
#include "store/ledgerreader.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace scenarios;
using domain::Decision;
using domain::DecisionState;

namespace {

const QString writes = u"^(PATCH /|POST .*/(comments|remediate)$)"_s;
const QString remediations = u"^POST .*/remediate$"_s;
constexpr int rounds = 10;
constexpr int editsInRound = 3;

struct Material {
    QList<domain::PendingAction> mails; // no message twice
    QStringList incidents; // others than theirs
};

Material materialIn(const VictimRun &victim, const QString &upn)
{
    const remote::GraphDecoder decoder(victim.tenantId());
    store::CacheReader reader(victim.folder(), decoder);
    const auto pending = reader.pendingActions();
    const auto rows = reader.queue();
    Material material;
    if (!pending || !rows)
        return material;
    QSet<QString> used;
    QSet<QString> messages; // the same mail twice would be a conflict of decisions
    for (const domain::PendingAction &action : *pending) {
        if (action.kind != domain::ActionKind::MailMessage || !action.recommended || action.targets.size() != 1)
            continue;
        const QString message = action.targets.constFirst().networkMessageId;
        used.insert(action.incident.text);
        if (messages.contains(message))
            continue;
        messages.insert(message);
        material.mails.append(action);
    }
    for (const domain::QueueRow &row : *rows) {
        // What is assigned already would be verified without an effect.
        const bool isFree = row.assignedTo.raw().compare(upn, Qt::CaseInsensitive) != 0;
        if (isFree && row.status.value != domain::IncidentStatus::Redirected && !used.contains(row.id.text))
            material.incidents.append(row.id.text);
    }
    material.incidents.sort();
    return material;
}

QJsonArray choicesOf(const Material &material, int round, const QString &upn)
{
    const auto edit = [&](const QString &kind, int i, const QString &value, const QString &comment) {
        return QJsonObject {{u"kind"_s, kind},
                            {u"incident"_s, material.incidents.at(round * editsInRound + i)},
                            {u"value"_s, value},
                            {u"comment"_s, comment}};
    };
    const domain::PendingAction &mail = material.mails.at(round);
    return {QJsonObject {{u"kind"_s, u"approve"_s}, {u"incident"_s, mail.incident.text}, {u"action"_s, mail.id.text}},
            edit(domain::decisionKindWord(domain::DecisionKind::AddTag), 0, u"round-%1"_s.arg(round), {}),
            edit(domain::decisionKindWord(domain::DecisionKind::Comment), 1, {}, u"seen in round %1"_s.arg(round)),
            edit(domain::decisionKindWord(domain::DecisionKind::Assign), 2, upn, {})};
}

QString statesOf(const QList<Decision> &decisions)
{
    QMap<QString, int> counts;
    for (const Decision &decision : decisions)
        ++counts[domain::decisionStateWord(decision.state)];
    QStringList words;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        words.append(u"%1 %2"_s.arg(count.value()).arg(count.key()));
    return words.join(u", "_s);
}

} // namespace

class SendKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsDoneTwiceAfterTenKills();

private:
    void killAndSettle(ProgramRun &tenant, VictimRun &victim, const Death &death, int round);
    void allAgree(ProgramRun &tenant, const VictimRun &victim, const QString &round);
    void theLostRemediationWaitsForAPerson(const QList<Decision> &decisions);
    void theCacheShowsWhatIsVerified(const VictimRun &victim, const QList<Decision> &decisions);

    Material m_material;
    QString m_upn;
};

void SendKills::nothingIsDoneTwiceAfterTenKills()
{
    ProgramRun tenant;
    QVERIFY(tenant.startTenant(QStringList {u"--incidents"_s, u"200"_s, u"--unthrottled"_s, u"--switch"_s, u"arrivals=off"_s} + seedArguments()));
    VictimRun victim(tenant, writes);
    const VictimEnd synced = victim.run(u"sync"_s);
    QVERIFY2(synced.isDone(), synced.err.constData());
    m_upn = tenant.ready()[u"accounts"][0][u"upn"].toString();
    m_material = materialIn(victim, m_upn);
    QVERIFY2(m_material.mails.size() > rounds, qPrintable(QString::number(m_material.mails.size())));
    QVERIFY(m_material.incidents.size() >= (rounds + 1) * editsInRound);
    QVERIFY(!m_upn.isEmpty());

    const VictimEnd decided = victim.run(u"decide"_s, {}, choicesOf(m_material, 0, m_upn));
    QVERIFY2(decided.isDone(), decided.err.constData());
    const VictimEnd counted = victim.run(u"send"_s);
    QVERIFY2(counted.isDone(), counted.err.constData());
    qInfo("sending four decisions: %d commits, %d statements in them, %d writes", counted.counts[u"commit"].toInt(),
          counted.counts[u"statement"].toInt(), counted.counts[u"handed"].toInt());
    QCOMPARE(counted.counts[u"handed"].toInt(), 5); // and the comment about the approval
    allAgree(tenant, victim, u"no kill"_s);
    QList<Death> deaths = deathsSpreadOver(counted.counts);
    QCOMPARE(deaths.size(), rounds);
    deaths[5] = {u"--die-on-arrival"_s, 1, true, remediations};
    deaths[7] = {u"--die-on-arrival"_s, 1, false, remediations};
    for (int round = 1; round <= rounds && !QTest::currentTestFailed(); ++round)
        killAndSettle(tenant, victim, deaths.at(round - 1), round);
    theLostRemediationWaitsForAPerson(decisionsIn(victim.folder()));
}

// The one that had no effect was sent once and never again.
void SendKills::theLostRemediationWaitsForAPerson(const QList<Decision> &decisions)
{
    const auto message = m_material.mails.at(8).id;
    const auto lost =
        std::find_if(decisions.begin(), decisions.end(), [&message](const Decision &d) { return d.action == message; });
    QVERIFY(lost != decisions.end());
    QCOMPARE(domain::decisionStateWord(lost->state), domain::decisionStateWord(DecisionState::NeedsPerson));
    QCOMPARE(lost->attempts, 1);
}

void SendKills::killAndSettle(ProgramRun &tenant, VictimRun &victim, const Death &death, int round)
{
    const VictimEnd decided = victim.run(u"decide"_s, {}, choicesOf(m_material, round, m_upn));
    QVERIFY2(decided.isDone(), decided.err.constData());
    const VictimEnd killed = victim.run(u"send"_s, death);
    const QString name = u"round %1: %2 %3"_s.arg(round, 2).arg(death.option, -20).arg(death.nth, 3);
    QVERIFY2(killed.wasKilled,
             qPrintable(u"%1: code %2, %3"_s.arg(name).arg(killed.code).arg(QString::fromUtf8(killed.err))));
    qInfo("%s killed with %s", qPrintable(name), qPrintable(statesOf(decisionsIn(victim.folder()))));
    const VictimEnd settled = victim.run(u"send"_s);
    QVERIFY2(settled.isDone(), settled.err.constData());
    allAgree(tenant, victim, name);
}

void SendKills::allAgree(ProgramRun &tenant, const VictimRun &victim, const QString &round)
{
    const QList<Decision> decisions = decisionsIn(victim.folder());
    const QJsonArray effects = tenant.control("GET", u"/control/effects"_s)[u"effects"].toArray();
    qInfo("%s settled as %s; %d effects", qPrintable(round), qPrintable(statesOf(decisions)), int(effects.size()));
    const QStringList wrong = disagreements(decisions, effects);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; ")));

    store::LedgerReader ledger(victim.folder());
    const auto chain = ledger.verifyChain();
    QVERIFY(chain.hasValue());
    QVERIFY2(!chain->firstBad, qPrintable(chain->reason));
    QVERIFY(chain->entries > decisions.size());

    const auto cache = readCache(victim.folder(), victim.tenantId());
    QVERIFY(cache.hasValue());
    const Stamps world = stampsOf(tenant.control("GET", u"/control/world/incidents"_s)[u"incidents"].toArray());
    for (const Decision &decision : decisions) {
        const QString id = decision.incident.text;
        QCOMPARE(cache->incidents.value(id).wire(), world.incidents.value(id).wire());
    }
    theCacheShowsWhatIsVerified(victim, decisions);
}

void SendKills::theCacheShowsWhatIsVerified(const VictimRun &victim, const QList<Decision> &decisions)
{
    const remote::GraphDecoder decoder(victim.tenantId());
    store::CacheReader reader(victim.folder(), decoder);
    for (const Decision &decision : decisions) {
        if (decision.state != DecisionState::Verified || decision.executor != domain::ExecutorKind::Graph)
            continue;
        const auto detail = reader.incident(decision.incident);
        QVERIFY(detail.hasValue());
        QCOMPARE(remote::proofIn(decision, detail->incident).state, remote::Proof::State::Proved);
    }
}

CASEMATE_TEST(SendKills)
#include "sendkills.moc"
