// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/samples.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using samples::alert;
using samples::at;
using samples::cluster;
using samples::mail;
using samples::other;
using V = Verdict;

class PendingActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPendingEvidenceWaits()
    {
        Evidence done = mail(u"done"_s, V::Malicious);
        done.remediation = wordOf(RemediationStatus::Remediated);
        Evidence tomorrow = mail(u"tomorrow"_s, V::Malicious);
        tomorrow.remediation = word<RemediationStatus>(u"pendingSomethingElse"_s);
        const auto actions = pendingActions(
            u"t"_s, {alert(u"a"_s, u"2026-03-01T00:00:00Z", {done, mail(u"waits"_s, V::Malicious), tomorrow})});
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.first().entity, mail(u"waits"_s, V::Malicious).key);
        QVERIFY(pendingActions(u"t"_s, {}).isEmpty());
    }

    void oneEntityInSeveralAlertsIsOneAction()
    {
        Evidence older = mail(u"m"_s, V::Suspicious);
        older.created = at(u"2026-03-01T01:00:00Z");
        Evidence newer = mail(u"m"_s, V::Malicious, {u"Malware"_s});
        newer.created = at(u"2026-03-02T01:00:00Z");
        newer.label = Untrusted(u"newest subject"_s);
        Evidence settled = mail(u"m"_s, V::NoThreatsFound);
        settled.remediation = wordOf(RemediationStatus::None);
        const QList<Alert> alerts = {alert(u"old"_s, u"2026-03-01T00:00:00Z", {older}, u"1"_s),
                                     alert(u"settled"_s, u"2026-03-03T00:00:00Z", {settled}, u"3"_s),
                                     alert(u"new"_s, u"2026-03-02T00:00:00Z", {newer}, u"2"_s)};
        const auto actions = pendingActions(u"t"_s, alerts);
        QCOMPARE(actions.size(), 1);
        const PendingAction &action = actions.first();
        QCOMPARE(action.id, pendingActionId(u"t"_s, older.key));
        QCOMPARE(action.alerts, (QList<AlertId> {{u"settled"_s}, {u"new"_s}, {u"old"_s}})); // newest first, all of them
        QCOMPARE(action.incident.text, u"2"_s); // of the newest in which it waits
        QCOMPARE(action.label.raw(), u"newest subject"_s);
        QCOMPARE(action.verdict.value, V::Malicious);
        QCOMPARE(action.recommended, MailAction::SoftDelete);
        QCOMPARE(action.recommendationReason, u"malware"_s);
        QCOMPARE(action.firstSeen, at(u"2026-03-01T01:00:00Z"));
        QCOMPARE(action.expires, at(u"2026-03-08T01:00:00Z"));
        QCOMPARE(action.mailCount, 1);
        QCOMPARE(action.targets, (QList<MailTarget> {{u"m"_s, u"ada@fabrikam.example"_s}}));
        QVERIFY(!action.latestLocation); // never the location at delivery
    }

    void theOrderOfAlertsMakesNoDifference()
    {
        QList<Alert> alerts = {
            alert(u"a"_s, u"2026-03-01T00:00:00Z", {mail(u"m"_s, V::Suspicious), mail(u"n"_s, V::Malicious)}),
            alert(u"b"_s, u"2026-03-02T00:00:00Z", {mail(u"m"_s, V::Malicious, {u"Malware"_s})}),
            alert(u"c"_s, u"2026-03-02T00:00:00Z", {other(u"urlEvidence"_s, V::Malicious), mail(u"n"_s, V::Unknown)})};
        const auto expected = pendingActions(u"t"_s, alerts);
        QCOMPARE(expected.size(), 3);
        const auto byId = [](const Alert &a, const Alert &b) { return a.id < b.id; };
        std::sort(alerts.begin(), alerts.end(), byId);
        do {
            QCOMPARE(pendingActions(u"t"_s, alerts), expected);
        } while (std::next_permutation(alerts.begin(), alerts.end(), byId));
    }

    void theSoonestToExpireComesFirst()
    {
        const auto actions =
            pendingActions(u"t"_s,
                           {alert(u"late"_s, u"2026-03-05T00:00:00Z", {mail(u"late"_s, V::Malicious)}),
                            alert(u"soon"_s, u"2026-03-01T00:00:00Z", {mail(u"soon"_s, V::Malicious)})});
        QCOMPARE(actions.size(), 2);
        QCOMPARE(actions.first().entity, mail(u"soon"_s, V::Malicious).key);
        QCOMPARE(actions.first().firstSeen, at(u"2026-03-01T00:00:00Z")); // evidence without a date: the alert's
    }

    void aClusterCoversItsMessages()
    {
        const auto actions =
            pendingActions(u"t"_s,
                           {alert(u"a"_s, u"2026-03-01T00:00:00Z",
                                  {cluster(u"u"_s, V::Malicious, {u"m1"_s, u"m2"_s, u"m1"_s}, 12'000),
                                   [] { // names two recipients of one message, and is itself settled
                                       Evidence e = mail(u"m1"_s, V::Malicious, {}, u"b@fabrikam.example"_s);
                                       e.remediation = wordOf(RemediationStatus::None);
                                       return e;
                                   }(),
                                   [] {
                                       Evidence e = mail(u"m1"_s, V::Malicious, {}, u"a@fabrikam.example"_s);
                                       e.remediation = wordOf(RemediationStatus::None);
                                       return e;
                                   }()})});
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.first().kind, ActionKind::MailCluster);
        QCOMPARE(actions.first().mailCount, 12'000);
        QCOMPARE(actions.first().targets,
                 (QList<MailTarget> {
                     {u"m1"_s, u"a@fabrikam.example"_s}, {u"m1"_s, u"b@fabrikam.example"_s}, {u"m2"_s, QString()}}));
    }

    void idsTellTenantsAndEntitiesApart()
    {
        QVERIFY(pendingActionId(u"t"_s, {u"e"_s}) != pendingActionId(u"u"_s, {u"e"_s}));
        QVERIFY(pendingActionId(u"t"_s, {u"e"_s}) != pendingActionId(u"t"_s, {u"f"_s}));
        QVERIFY(pendingActionId(u"te"_s, {u"e"_s}) != pendingActionId(u"t"_s, {u"ee"_s}));
        QCOMPARE(pendingActionId(u"T"_s, {u"e"_s}), pendingActionId(u"t"_s, {u"e"_s})); // a GUID has no case
        QCOMPARE(pendingActionId(u"t"_s, {u"e"_s}).text,
                 u"489204e33fe2846a018da9c37ba06117b86146eb8fea26ebbb22928e9d16a5c4"_s);
    }

    void kindsFollowTypeAndSetting_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("configurationType");
        QTest::addColumn<int>("kind");
        const auto row = [](const QString &type, const QString &configuration, ActionKind kind) {
            QTest::addRow("%s %s", qPrintable(type), qPrintable(configuration)) << type << configuration << int(kind);
        };
        row(u"analyzedMessageEvidence"_s, {}, ActionKind::MailMessage);
        row(u"mailClusterEvidence"_s, {}, ActionKind::MailCluster);
        row(u"mailboxConfigurationEvidence"_s, u"userInboxRule"_s, ActionKind::InboxRule);
        row(u"mailboxConfigurationEvidence"_s, u"MailForwardingRule"_s, ActionKind::MailForwarding);
        row(u"mailboxConfigurationEvidence"_s, u"mailDelegation"_s, ActionKind::MailDelegation);
        row(u"mailboxConfigurationEvidence"_s, u"owaSettings"_s, ActionKind::Other);
        row(u"mailboxConfigurationEvidence"_s, {}, ActionKind::Other);
        row(u"urlEvidence"_s, {}, ActionKind::Url);
        row(u"userEvidence"_s, {}, ActionKind::User);
        row(u"deviceEvidence"_s, {}, ActionKind::Device);
        row(u"fileEvidence"_s, {}, ActionKind::File);
        row(u"fileHashEvidence"_s, {}, ActionKind::File);
        row(u"quantumEvidence"_s, {}, ActionKind::Other);
    }
    void kindsFollowTypeAndSetting()
    {
        QFETCH(QString, type);
        QFETCH(QString, configurationType);
        QFETCH(int, kind);
        Evidence evidence = other(type, V::Malicious);
        if (!configurationType.isEmpty())
            evidence.fields = {{u"displayName"_s, Untrusted(u"userInboxRule"_s)},
                               {u"configurationType"_s, Untrusted(configurationType)}};
        QCOMPARE(int(actionKind(evidence)), kind);
    }
};

CASEMATE_TEST(PendingActions)
#include "pendingactions.moc"
