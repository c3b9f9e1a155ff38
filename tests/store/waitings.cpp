// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for a person, across alerts and incidents.

#include "samples.h"
#include "store/cachereader.h"
#include "support/testmain.h"

#include "domain/rules.h"

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using samples::minute;

class Waitings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEntityOfTwoAlertsIsOneAction();
    void anEntityOfTwoIncidentsIsOneAction();
    void actionsAgreeWithTheRulesOfTheDomain();
    void theQueueCountsWhatTheListShows();
    void firstSightCountsFromTheEarlierKnown();
    void firstSightOutlivesTheAlertsStamp();
    void waitingAnewBeginsAnew();
    void alertsWithPendingEvidenceAreListed();
    void aLocationIsShownOnceItWasRead();
    void anOlderLookNeverOverwritesANewer();
    void aClusterHasALocationOnlyWhenAllAgree();
    void factsNameTheIncidentsTheyChange();
    void alertsThatNoLongerDecodeAreNamed();

private:
    Alert waitingAlert(const QString &id, const QString &incident, const QList<Evidence> &evidence, int stamp = 1)
    {
        Alert alert = samples::alert(id, incident, minute(stamp));
        alert.evidence = evidence;
        return alert;
    }
    void store(const QList<Incident> &incidents, const QList<Alert> &alerts, std::optional<Moment> seen = {})
    {
        Batch batch {.seen = seen};
        for (const Incident &incident : incidents)
            batch.incidents.append(m_book->enter(incident));
        for (const Alert &alert : alerts)
            batch.alerts.append(m_book->enter(alert));
        MUST(m_writer->apply(batch));
    }
    static Fact location(const QString &message, const QString &recipient, const QString &value, int time)
    {
        return {latestLocationFact({message, recipient}), value, u"hunting"_s, minute(time)};
    }

    std::unique_ptr<samples::Folder> m_folder;
    std::unique_ptr<samples::Book> m_book;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<CacheReader> m_reader;
    const QString m_megan = u"megan@contoso.example"_s;
};

void Waitings::init()
{
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<samples::Folder>();
    m_book = std::make_unique<samples::Book>();
    auto writer = CacheWriter::open(m_folder->path(), *m_book);
    MUST(writer);
    m_writer = std::move(*writer);
    m_reader = std::make_unique<CacheReader>(m_folder->path(), *m_book);
}

void Waitings::anEntityOfTwoAlertsIsOneAction()
{
    const Evidence mail = samples::mailEvidence(u"m1"_s, m_megan);
    const Evidence other = samples::mailEvidence(u"m2"_s, m_megan);
    Evidence done = mail;
    done.remediation = wordOf(RemediationStatus::Remediated);
    store({samples::incident(u"29"_s, minute(1))},
          {waitingAlert(u"a1"_s, u"29"_s, {mail, other}), waitingAlert(u"a2"_s, u"29"_s, {mail}),
           waitingAlert(u"a3"_s, u"29"_s, {done})});
    const auto actions = m_reader->pendingActions();
    MUST(actions);
    QCOMPARE(actions->size(), 2);
    const auto first = std::find_if(actions->begin(), actions->end(), [&](const PendingAction &a) { return a.entity == mail.key; });
    QVERIFY(first != actions->end());
    QCOMPARE(first->alerts, (QList<AlertId> {{u"a1"_s}, {u"a2"_s}, {u"a3"_s}}));
    QCOMPARE(first->id, pendingActionId(QLatin1StringView(samples::Folder::tenant), mail.key));
    QCOMPARE(first->recommended, std::optional(MailAction::SoftDelete));
    QCOMPARE(m_reader->counts()->pending, 2);
    QCOMPARE(m_reader->queue()->first().pendingActions, 2);
    QCOMPARE(m_reader->incident({u"29"_s})->pending, *actions);
}

void Waitings::anEntityOfTwoIncidentsIsOneAction()
{
    const Evidence mail = samples::mailEvidence(u"m1"_s, m_megan);
    store({samples::incident(u"29"_s, minute(1)), samples::incident(u"30"_s, minute(1)), samples::incident(u"31"_s, minute(1))},
          {waitingAlert(u"a1"_s, u"29"_s, {mail}), waitingAlert(u"a2"_s, u"30"_s, {mail}),
           waitingAlert(u"a3"_s, u"31"_s, {samples::mailEvidence(u"m9"_s, m_megan)})});
    const auto actions = m_reader->pendingActions();
    MUST(actions);
    QCOMPARE(actions->size(), 2);
    QCOMPARE(m_reader->counts()->pending, 2);
    const auto queue = m_reader->queue();
    MUST(queue);
    for (const QueueRow &row : *queue)
        QCOMPARE(row.pendingActions, 1); // each incident has it
}

void Waitings::actionsAgreeWithTheRulesOfTheDomain()
{
    QList<Incident> incidents;
    QList<Alert> alerts;
    for (int i = 0; i < 20; ++i) {
        const QString id = QString::number(i);
        incidents.append(samples::incident(id, minute(1)));
        // chains of shared entities, so that grouping has something to get wrong
        alerts.append(waitingAlert(u"a"_s + id, id, {samples::mailEvidence(u"m%1"_s.arg(i / 2), m_megan)}));
        alerts.append(waitingAlert(u"b"_s + id, id, {samples::mailEvidence(u"m%1"_s.arg((i + 1) / 2), m_megan),
                                                     samples::userEvidence(u"u"_s + id)}));
    }
    alerts.append(waitingAlert(u"loose"_s, {}, {samples::mailEvidence(u"loose"_s, m_megan)}));
    store(incidents, alerts);
    const auto actions = m_reader->pendingActions();
    MUST(actions);
    QList<PendingAction> expected = pendingActions(QLatin1StringView(samples::Folder::tenant), alerts);
    for (PendingAction &action : expected) { // our first sight is the stamp of the alert, which is earlier here
        action.firstSeen = minute(1);
        action.expires = action.firstSeen.plusSeconds(pendingLifeSeconds);
    }
    QCOMPARE(*actions, expected);
}

void Waitings::theQueueCountsWhatTheListShows()
{
    const Evidence mail = samples::mailEvidence(u"m1"_s, m_megan);
    store({samples::incident(u"29"_s, minute(1))},
          {waitingAlert(u"a1"_s, u"29"_s, {mail, mail, samples::userEvidence(m_megan, RemediationStatus::PendingApproval)}),
           waitingAlert(u"a2"_s, u"29"_s, {mail, samples::userEvidence(m_megan)})});
    const QueueRow row = m_reader->queue()->first();
    const QList<PendingAction> actions = m_reader->incident({u"29"_s})->pending;
    QCOMPARE(row.pendingActions, actions.size());
    QCOMPARE(row.pendingExpires, std::optional(actions.first().expires));
    QCOMPARE(samples::plainSql(m_folder->file(u"cache.db"_s), "SELECT pending_actions FROM incidents"), u"2"_s);
}

void Waitings::firstSightCountsFromTheEarlierKnown()
{
    Evidence mail = samples::mailEvidence(u"m1"_s, m_megan); // created at minute 5
    store({samples::incident(u"29"_s, minute(1))}, {waitingAlert(u"a1"_s, u"29"_s, {mail}, 6)}, minute(8));
    QCOMPARE(m_reader->pendingActions()->first().firstSeen, minute(5));
    QCOMPARE(m_reader->queue()->first().pendingExpires, std::optional(minute(5).plusSeconds(pendingLifeSeconds)));
    mail.created = std::nullopt; // then the alert's creation stands in, and that is at minute 0
    store({}, {waitingAlert(u"a1"_s, u"29"_s, {mail}, 7)}, minute(9));
    QCOMPARE(m_reader->pendingActions()->first().firstSeen, minute(0));
    QCOMPARE(m_reader->queue()->first().pendingExpires, std::optional(minute(0).plusSeconds(pendingLifeSeconds)));
}

// Evidence that is created anew with each reading must not push the expiry away.
void Waitings::firstSightOutlivesTheAlertsStamp()
{
    Evidence mail = samples::mailEvidence(u"m1"_s, m_megan);
    mail.created = minute(20);
    store({samples::incident(u"29"_s, minute(1))}, {waitingAlert(u"a1"_s, u"29"_s, {mail}, 10)}, minute(21));
    mail.created = minute(30);
    store({}, {waitingAlert(u"a1"_s, u"29"_s, {mail}, 11)}, minute(31));
    QCOMPARE(m_reader->pendingActions()->first().firstSeen, minute(21));
    QCOMPARE(m_reader->queue()->first().pendingExpires, std::optional(minute(21).plusSeconds(pendingLifeSeconds)));
    // another alert shows that it has waited since earlier: both incidents are told
    Evidence elsewhere = mail;
    const auto applied = m_writer->apply({.alerts = {m_book->enter(waitingAlert(u"a2"_s, u"30"_s, {elsewhere}, 3))}, .seen = minute(12)});
    MUST(applied);
    QCOMPARE(applied->changes.incidents, (QSet<IncidentId> {{u"29"_s}, {u"30"_s}}));
    QCOMPARE(m_reader->rows({{u"29"_s}})->first().pendingExpires, std::optional(minute(12).plusSeconds(pendingLifeSeconds)));
}

void Waitings::waitingAnewBeginsAnew()
{
    Evidence mail = samples::mailEvidence(u"m1"_s, m_megan);
    mail.created = minute(100);
    store({samples::incident(u"29"_s, minute(1))}, {waitingAlert(u"a1"_s, u"29"_s, {mail}, 1)}, minute(10));
    QCOMPARE(m_reader->pendingActions()->first().firstSeen, minute(10));
    Evidence done = mail;
    done.remediation = wordOf(RemediationStatus::Remediated);
    store({}, {waitingAlert(u"a1"_s, u"29"_s, {done}, 2)}, minute(20));
    QVERIFY(m_reader->pendingActions()->isEmpty());
    QVERIFY(!m_reader->queue()->first().pendingExpires);
    store({}, {waitingAlert(u"a1"_s, u"29"_s, {mail}, 3)}, minute(30));
    QCOMPARE(m_reader->pendingActions()->first().firstSeen, minute(30));
}

void Waitings::alertsWithPendingEvidenceAreListed()
{
    store({samples::incident(u"29"_s, minute(1))},
          {waitingAlert(u"young"_s, u"29"_s, {samples::mailEvidence(u"m1"_s, m_megan)}, 5),
           waitingAlert(u"old"_s, u"29"_s, {samples::mailEvidence(u"m1"_s, m_megan)}, 2),
           waitingAlert(u"done"_s, u"29"_s, {samples::mailEvidence(u"m2"_s, m_megan, RemediationStatus::Blocked)})});
    QCOMPARE(*m_reader->alertsWithPendingEvidence(), (QList<AlertId> {{u"old"_s}, {u"young"_s}}));
}

void Waitings::aLocationIsShownOnceItWasRead()
{
    store({samples::incident(u"29"_s, minute(1))}, {waitingAlert(u"a1"_s, u"29"_s, {samples::mailEvidence(u"m1"_s, m_megan)})});
    QVERIFY(!m_reader->pendingActions()->first().latestLocation); // never the one at delivery
    const Fact fact = location(u"m1"_s, m_megan, u"Inbox/folder"_s, 9);
    MUST(m_writer->applyFacts({fact}));
    const PendingAction action = m_reader->pendingActions()->first();
    QCOMPARE(action.latestLocation, std::optional(MailLocation::Inbox));
    QCOMPARE(action.latestLocationAt, std::optional(minute(9)));
    QCOMPARE(*m_reader->latestLocations({{u"m1"_s, m_megan}, {u"m2"_s, m_megan}}), QList<Fact> {fact});
    QCOMPARE(*m_reader->latestLocations({{u"m1"_s, {}}}), QList<Fact> {fact}); // all recipients
    // the source no longer knows the message
    MUST(m_writer->applyFacts({location(u"m1"_s, m_megan, {}, 10)}));
    QVERIFY(!m_reader->pendingActions()->first().latestLocation);
}

void Waitings::anOlderLookNeverOverwritesANewer()
{
    const Fact newer = location(u"m1"_s, m_megan, u"Quarantine"_s, 9);
    Fact undated = location(u"m1"_s, m_megan, u"Inbox/folder"_s, 9);
    undated.sourceTime = std::nullopt;
    MUST(m_writer->applyFacts({newer, location(u"m1"_s, m_megan, u"Inbox/folder"_s, 8), undated}));
    QCOMPARE(*m_reader->latestLocations({{u"m1"_s, m_megan}}), QList<Fact> {newer});
}

void Waitings::aClusterHasALocationOnlyWhenAllAgree()
{
    Evidence cluster;
    cluster.type = u"mailClusterEvidence"_s;
    cluster.key = {u"cluster"_s};
    cluster.remediation = wordOf(RemediationStatus::PendingApproval);
    MailCluster content;
    content.networkMessageIds = {u"m1"_s, u"m2"_s};
    content.emailCount = 2;
    cluster.cluster = content;
    store({samples::incident(u"29"_s, minute(1))}, {waitingAlert(u"a1"_s, u"29"_s, {cluster})});
    QCOMPARE(m_reader->pendingActions()->first().targets.size(), 2);
    const auto changes = m_writer->applyFacts({location(u"m1"_s, m_megan, u"Inbox/folder"_s, 9)});
    MUST(changes);
    QCOMPARE(changes->incidents, (QSet<IncidentId> {{u"29"_s}})); // though no column knows the cluster's messages
    QVERIFY(!m_reader->pendingActions()->first().latestLocation); // one is not known
    MUST(m_writer->applyFacts({location(u"m2"_s, m_megan, u"Inbox/folder"_s, 7)}));
    QCOMPARE(m_reader->pendingActions()->first().latestLocation, std::optional(MailLocation::Inbox));
    QCOMPARE(m_reader->pendingActions()->first().latestLocationAt, std::optional(minute(7))); // as old as the oldest look
    MUST(m_writer->applyFacts({location(u"m2"_s, u"alex@contoso.example"_s, u"Quarantine"_s, 9)}));
    QVERIFY(!m_reader->pendingActions()->first().latestLocation);
}

void Waitings::factsNameTheIncidentsTheyChange()
{
    store({samples::incident(u"29"_s, minute(1)), samples::incident(u"30"_s, minute(1))},
          {waitingAlert(u"a1"_s, u"29"_s, {samples::mailEvidence(u"m1"_s, m_megan)}),
           waitingAlert(u"a2"_s, u"30"_s, {samples::mailEvidence(u"m2"_s, m_megan)})});
    const Fact fact = location(u"m1"_s, m_megan, u"Inbox/folder"_s, 9);
    const Fact verdict {u"verdict"_s, u"malicious"_s, u"cache"_s, minute(9)};
    QCOMPARE(m_writer->applyFacts({fact, verdict})->incidents, (QSet<IncidentId> {{u"29"_s}}));
    QVERIFY(m_writer->applyFacts({fact})->isEmpty()); // nothing new
}

void Waitings::alertsThatNoLongerDecodeAreNamed()
{
    store({samples::incident(u"29"_s, minute(1))}, {waitingAlert(u"a1"_s, u"29"_s, {samples::mailEvidence(u"m1"_s, m_megan)})});
    samples::Book forgetful;
    forgetful.learn(*m_book, u"29"_s);
    CacheReader reader(m_folder->path(), forgetful);
    const auto detail = reader.incident({u"29"_s});
    MUST(detail);
    QVERIFY(detail->alerts.isEmpty());
    QCOMPARE(detail->unreadable, QStringList {u"a1"_s});
    QVERIFY(reader.pendingActions()->isEmpty());
    QCOMPARE(reader.incident({u"30"_s}).error().kind, ErrorKind::NotFound);
    QCOMPARE(reader.receivedBytes({u"30"_s}).error().kind, ErrorKind::NotFound);
    QCOMPARE(reader.receivedBytes({u"29"_s})->alerts.size(), 1); // the bytes are there all the same
}

CASEMATE_TEST(Waitings)
#include "waitings.moc"
