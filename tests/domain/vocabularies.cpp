// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/vocabulary.h"
#include "support/testmain.h"

#include <QLocale>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

template <class E>
void addWords(const char *name, std::initializer_list<E> values)
{
    for (const E value : values) {
        const QString wire = wireWord(value);
        const auto reads = [value](const QString &spelling) { return word<E>(spelling) == Word<E> {value, spelling}; };
        QTest::addRow("%s %s", name, qPrintable(wire)) << wire << std::function<bool(const QString &)>(reads);
    }
}

} // namespace

Q_DECLARE_METATYPE(std::function<bool(const QString &)>)

class Vocabularies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordReadsBackInAnyCase_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<std::function<bool(const QString &)>>("reads");
        using IS = IncidentStatus;
        addWords("status", {IS::Active, IS::InProgress, IS::Resolved, IS::Redirected, IS::AwaitingAction});
        using AS = AlertStatus;
        addWords("alert status", {AS::Unknown, AS::New, AS::InProgress, AS::Resolved});
        using SV = Severity;
        addWords("severity", {SV::Unknown, SV::Informational, SV::Low, SV::Medium, SV::High});
        using CL = Classification;
        addWords("classification",
                 {CL::Unknown, CL::FalsePositive, CL::TruePositive, CL::InformationalExpectedActivity});
        using DT = Determination;
        addWords("determination",
                 {DT::Other, DT::Unknown, DT::Apt, DT::Malware, DT::SecurityPersonnel, DT::SecurityTesting,
                  DT::UnwantedSoftware, DT::MultiStagedAttack, DT::CompromisedAccount, DT::Phishing,
                  DT::MaliciousUserActivity, DT::NotMalicious, DT::NotEnoughDataToValidate, DT::ConfirmedActivity,
                  DT::LineOfBusinessApplication});
        using VD = Verdict;
        addWords("verdict", {VD::Unknown, VD::Suspicious, VD::Malicious, VD::NoThreatsFound});
        using RS = RemediationStatus;
        addWords("remediation",
                 {RS::None, RS::Remediated, RS::Prevented, RS::Blocked, RS::NotFound, RS::Active, RS::PendingApproval,
                  RS::Declined, RS::Unremediated, RS::Running, RS::PartiallyRemediated});
        using IV = InvestigationState;
        addWords("investigation",
                 {IV::Unknown, IV::Terminated, IV::SuccessfullyRemediated, IV::Benign, IV::Failed,
                  IV::PartiallyRemediated, IV::Running, IV::PendingApproval, IV::PendingResource, IV::Queued,
                  IV::InnerFailure, IV::PreexistingAlert, IV::UnsupportedOs, IV::UnsupportedAlertType,
                  IV::SuppressedAlert, IV::PartiallyInvestigated, IV::TerminatedByUser, IV::TerminatedBySystem});
        using SS = ServiceSource;
        addWords("source",
                 {SS::Unknown, SS::DefenderForEndpoint, SS::DefenderForIdentity, SS::DefenderForCloudApps,
                  SS::DefenderForOffice365, SS::Microsoft365Defender, SS::EntraIdProtection, SS::AppGovernance,
                  SS::DataLossPrevention, SS::DefenderForCloud, SS::Sentinel, SS::InsiderRiskManagement,
                  SS::ThreatIntelligence, SS::SecurityForAi});
        using ML = MailLocation;
        addWords("location",
                 {ML::Unknown, ML::Inbox, ML::Junk, ML::DeletedItems, ML::Quarantine, ML::OnPremises, ML::Failed,
                  ML::Dropped});
        using MA = MailAction;
        addWords("action", {MA::MoveToInbox, MA::MoveToJunk, MA::MoveToDeletedItems, MA::SoftDelete, MA::HardDelete});
    }
    void everyWordReadsBackInAnyCase()
    {
        QFETCH(QString, wire);
        QFETCH(std::function<bool(const QString &)>, reads);
        QVERIFY(!wire.isEmpty());
        const QLocale before;
        for (const QLocale &locale : {QLocale::c(), QLocale(QLocale::Turkish)}) { // whose i has its own capital
            QLocale::setDefault(locale);
            QVERIFY(reads(wire));
            QVERIFY(reads(wire.toUpper()));
            QVERIFY(reads(wire.toLower()));
            QVERIFY(reads(wire.first(1).toUpper() + wire.sliced(1)));
        }
        QLocale::setDefault(before);
    }

    void olderSpellingsAreUnderstood_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<int>("value");
        const auto row = [](const QString &wire, Determination value) {
            QTest::newRow(qPrintable(wire)) << wire << int(value);
        };
        row(u"compromisedUser"_s, Determination::CompromisedAccount);
        row(u"clean"_s, Determination::NotMalicious);
        row(u"insufficientData"_s, Determination::NotEnoughDataToValidate);
        row(u"noEnoughDataToValidate"_s, Determination::NotEnoughDataToValidate);
        row(u"confirmedUserActivity"_s, Determination::ConfirmedActivity);
    }
    void olderSpellingsAreUnderstood()
    {
        QFETCH(QString, wire);
        QFETCH(int, value);
        const auto read = word<Determination>(wire);
        QCOMPARE(int(read.value), value);
        QCOMPARE(read.wire, wire);
        QVERIFY(wireWord(read.value) != wire); // but never written
    }

    void locationsReadFromThreeSources_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<int>("location");
        const auto rows = [](MailLocation location, const QStringList &wires) {
            for (const QString &wire : wires)
                QTest::newRow(qPrintable(wire)) << wire << int(location);
        };
        rows(MailLocation::Inbox,
             {u"Inbox"_s, u"inbox_folder"_s, u"Inbox/folder"_s, u"Inbox/Folder"_s, u"Inbox/folder/Projects"_s});
        rows(MailLocation::Junk, {u"JunkFolder"_s, u"junkFolder"_s, u"Junk folder"_s, u"Junk"_s});
        rows(MailLocation::DeletedItems, {u"DeletedFolder"_s, u"Deleted folder"_s, u"Deleted items"_s});
        rows(MailLocation::Quarantine, {u"Quarantine"_s});
        rows(MailLocation::OnPremises,
             {u"External"_s, u"onprem_external"_s, u"On-premises/external"_s, u"On-premises/External"_s});
        rows(MailLocation::Failed, {u"Failed"_s});
        rows(MailLocation::Dropped, {u"Dropped"_s});
        rows(MailLocation::Unknown, {u"unknown"_s});
        rows(MailLocation::Other, {u"others"_s, u"Forwarded"_s, u""_s, u"Inboxes"_s});
    }
    void locationsReadFromThreeSources()
    {
        QFETCH(QString, wire);
        QFETCH(int, location);
        QCOMPARE(int(word<MailLocation>(wire).value), location);
        QCOMPARE(word<MailLocation>(wire).wire, wire);
    }

    void onlyFoldersOfAMailboxAreACloudMailbox()
    {
        using ML = MailLocation;
        for (const ML inside : {ML::Inbox, ML::Junk, ML::DeletedItems})
            QVERIFY(isCloudMailbox(inside));
        for (const ML outside : {ML::Other, ML::Unknown, ML::Quarantine, ML::OnPremises, ML::Failed, ML::Dropped})
            QVERIFY(!isCloudMailbox(outside));
    }

    void aWordOfTomorrowIsKept()
    {
        const auto read = word<Severity>(u"catastrophic"_s);
        QCOMPARE(read.value, Severity::Other);
        QCOMPARE(read.wire, u"catastrophic"_s);
        QVERIFY(wireWord(Severity::Other).isEmpty());
        QCOMPARE(word<IncidentStatus>(u"unknownFutureValue"_s).value, IncidentStatus::Other);
        QCOMPARE(word<Determination>(u"unknownFutureValue"_s).value, Determination::Other);
        QCOMPARE(wireWord(Determination::Other), u"other"_s);
        QCOMPARE(wordOf(Verdict::Malicious), (Word<Verdict> {Verdict::Malicious, u"malicious"_s}));
    }

    void severitiesRise()
    {
        QVERIFY(Severity::Unknown < Severity::Informational && Severity::Informational < Severity::Low);
        QVERIFY(Severity::Low < Severity::Medium && Severity::Medium < Severity::High);
    }
};

CASEMATE_TEST(Vocabularies)
#include "vocabularies.moc"
