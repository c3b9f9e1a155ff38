// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Findings in words, as rows, and as a report that tells strangers nothing.

#include "domain/permission.h"
#include "models/findingreport.h"
#include "models/findingsmodel.h"
#include "models/findingwording.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using models::FindingsModel;

namespace {

const models::TimeText times(QLocale::c(), QTimeZone::utc());
const Moment now = *Moment::parse(u"2026-02-25T16:29:33Z");

Finding finding(FindingSubject subject, FindingState state = FindingState::Good, FindingCause cause = FindingCause::None)
{
    Finding made;
    made.subject = subject;
    made.state = state;
    made.cause = cause;
    return made;
}

// What a check can come out with, as the probes make it.
QList<std::pair<FindingSubject, QList<FindingCause>>> causes()
{
    using C = FindingCause;
    using S = FindingSubject;
    const QList<C> file {C::OpenToOthers, C::OtherOwner, C::SymbolicLink, C::WrongKind, C::NotWritable, C::Unreadable};
    return {{S::Qt, {C::Differs}},
            {S::Locale, {C::NotUtf8}},
            {S::SettingsFile, {C::Unreadable}},
            {S::SettingsValue, {C::OutOfRange}},
            {S::Sqlite, {C::Old}},
            {S::SqliteFeatures, {C::Missing}},
            {S::DataFolder, file},
            {S::FileSystem, {C::NetworkDrive}},
            {S::FreeSpace, {C::Little, C::Full}},
            {S::Database, file + QList<C> {C::SchemaOlder, C::SchemaNewer, C::Damaged, C::Foreign}},
            {S::Integrity, {C::Damaged, C::Unreadable}},
            {S::Keychain, {C::Refused, C::NotKept, C::TimedOut}},
            {S::KernelMemory, {C::Missing}},
            {S::TlsLibrary, {C::Missing, C::Differs}},
            {S::Host, {C::NotFound, C::NoNetwork, C::Unreachable, C::TimedOut, C::BrokenOff, C::NotTrusted, C::InTheClear}},
            {S::Certificate, {C::NotTrusted, C::SoonOver, C::UnusualIssuer}},
            {S::Clock, {C::Ahead, C::Behind, C::NoDate}},
            {S::Tenants, {C::Absent}},
            {S::Session, {C::NeverSignedIn, C::NoSession, C::Unreadable}},
            {S::Permission, {C::Missing}},
            {S::MailActions, {C::InPortal}}};
}

bool isClean(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return !text.isEmpty() && !text.contains(u"%1"_s) && !text.contains(u"%2"_s) && std::none_of(points.cbegin(), points.cend(), [](uint c) {
        const auto category = QChar::category(c);
        return category == QChar::Other_Control || category == QChar::Other_Format;
    });
}

#define CLEAN(text) QVERIFY2(isClean(text), qPrintable(text))

struct Plant {
    const char *name;
    QString text;
};

QList<Plant> plants()
{
    return {{"home", u"/home/ada.lovelace"_s},
            {"user", u"adal"_s},
            {"tenant key", u"Contoso SOC"_s},
            {"tenant id", u"5f1c0a3e-2b47-4b8e-9d61-0c9be52d7a10"_s},
            {"tenant domain", u"contoso.example"_s},
            {"oid", u"0d9be52d-7a10-4b8e-9d61-5f1c0a3e2b47"_s},
            {"an id that nobody told", u"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"_s},
            {"UPN", u"ada@contoso.example"_s},
            {"a guest that nobody told", u"eve.guest@fabrikam.example"_s},
            {"token", u"eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJncmFwaCJ9.c2lnbmF0dXJl"_s},
            {"refresh token", u"0.AXoAPhwfX0crjkudYQyb5S16EAAAAAAAAAAAAAAAAAAAAAAAAAB6AA0"_s}};
}

models::Redaction redaction()
{
    return {.home = u"/home/ada.lovelace"_s,
            .user = u"adal"_s,
            .tenantNames = {u"Contoso SOC"_s, u"5f1c0a3e-2b47-4b8e-9d61-0c9be52d7a10"_s, u"contoso.example"_s},
            .accounts = {u"0d9be52d-7a10-4b8e-9d61-5f1c0a3e2b47"_s, u"ada@contoso.example"_s, u"ada"_s}};
}

} // namespace

class FindingTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreApart();
    void whatIsGoodNeedsNothing();
    void everyCauseIsToldWithWhatToDo();
    void whatCouldNotBeCheckedIsTold();
    void nothingFromOutsideGetsThrough();
    void everyPermissionNamesWhatItOpens();
    void theOrderIsByAreaAndTheWorstFirst();
    void rowsAreAddedAndReplaced();
    void aReportTellsStrangersNothing_data();
    void aReportTellsStrangersNothing();
    void aReportKeepsWhatHelps();
    void foreignHostsAndIssuersAreWithheld();
};

void FindingTexts::wordsAreApart()
{
    QSet<QString> seen;
    for (int i = 0; i <= int(FindingSubject::MailActions); ++i)
        seen.insert(word(FindingSubject(i)));
    QCOMPARE(seen.size(), int(FindingSubject::MailActions) + 1);
    seen.clear();
    for (int i = 0; i <= int(FindingCause::FromFiles); ++i)
        seen.insert(word(FindingCause(i)));
    QCOMPARE(seen.size(), int(FindingCause::FromFiles) + 1);
    QCOMPARE(word(FindingSubject::SqliteFeatures), u"sqliteFeatures"_s);
    QCOMPARE(word(FindingSubject::Certificate), u"certificate"_s);
    QCOMPARE(word(FindingCause::NotTrusted), u"notTrusted"_s);
    QCOMPARE(word(FindingCause::OpenToOthers), u"openToOthers"_s);
    QCOMPARE(word(FindingState::Bad), u"bad"_s);
}

void FindingTexts::whatIsGoodNeedsNothing()
{
    QSet<QString> titles;
    for (int i = 0; i <= int(FindingSubject::MailActions); ++i) {
        Finding good = finding(FindingSubject(i));
        good.about = u"/a/b"_s;
        good.value = u"3"_s;
        CLEAN(models::title(good));
        CLEAN(models::foundText(good, times));
        CLEAN(models::name(areaOf(good.subject)));
        QCOMPARE(models::remedy(good), QString());
        titles.insert(models::title(good));
    }
    QCOMPARE(titles.size(), int(FindingSubject::MailActions) + 1);
}

void FindingTexts::everyCauseIsToldWithWhatToDo()
{
    for (const auto &[subject, all] : causes()) {
        QSet<QString> texts;
        Finding good = finding(subject);
        good.about = u"/a/b"_s;
        good.value = u"3"_s;
        good.detail = u"words"_s;
        good.number = 90;
        texts.insert(models::foundText(good, times));
        for (const FindingCause cause : all) {
            Finding bad = good;
            bad.state = FindingState::Bad;
            bad.cause = cause;
            const QString text = models::foundText(bad, times);
            CLEAN(text);
            CLEAN(models::remedy(bad));
            const bool differsByWhatToDoOnly = subject == FindingSubject::FreeSpace || cause == FindingCause::SoonOver;
            QVERIFY2(differsByWhatToDoOnly || !texts.contains(text), qPrintable(word(subject) + u' ' + word(cause) + u": "_s + text));
            texts.insert(text);
        }
    }
}

void FindingTexts::whatCouldNotBeCheckedIsTold()
{
    for (int i = 0; i <= int(FindingSubject::MailActions); ++i) {
        for (const FindingCause cause : {FindingCause::TimedOut, FindingCause::Cancelled}) {
            const Finding unknown = finding(FindingSubject(i), FindingState::Unknown, cause);
            CLEAN(models::foundText(unknown, times));
            CLEAN(models::remedy(unknown));
        }
    }
}

void FindingTexts::nothingFromOutsideGetsThrough()
{
    const QString nasty = u"<b>x</b>\r\n\x1b[31m\u202Egpj.\u200B"_s;
    for (const auto &[subject, all] : causes()) {
        for (const FindingCause cause : all) {
            Finding hostile = finding(subject, FindingState::Bad, cause);
            hostile.about = hostile.value = hostile.detail = hostile.tenant = nasty;
            CLEAN(models::title(hostile));
            CLEAN(models::foundText(hostile, times));
            CLEAN(models::remedy(hostile));
        }
    }
}

void FindingTexts::everyPermissionNamesWhatItOpens()
{
    QSet<QString> texts;
    const QList<Permission> all = permissions();
    for (const Permission &permission : all) {
        for (const FindingCause cause : {FindingCause::None, FindingCause::Missing}) {
            Finding told = finding(FindingSubject::Permission, cause == FindingCause::None ? FindingState::Good : FindingState::Bad, cause);
            told.about = permission.scope;
            texts.insert(models::foundText(told, times));
            if (cause == FindingCause::Missing)
                QVERIFY(models::remedy(told).contains(permission.scope) && models::remedy(told).contains(u"dministrator"_s));
        }
    }
    QCOMPARE(texts.size(), 2 * all.size());
    QVERIFY(all.first().isIn({u"securityincident.readwrite.all"_s})); // the wider one includes it
    QVERIFY(!all.at(2).isIn({u"SecurityIncident.Read.All"_s}));
}

void FindingTexts::theOrderIsByAreaAndTheWorstFirst()
{
    const Findings ordered = inOrder({finding(FindingSubject::Session), finding(FindingSubject::Clock, FindingState::Note), finding(FindingSubject::Casemate),
                                      finding(FindingSubject::Host), finding(FindingSubject::Certificate, FindingState::Bad)});
    QList<FindingSubject> subjects;
    for (const Finding &each : ordered)
        subjects.append(each.subject);
    QCOMPARE(subjects, (QList {FindingSubject::Casemate, FindingSubject::Certificate, FindingSubject::Clock, FindingSubject::Host, FindingSubject::Session}));
    QCOMPARE(worst(ordered), FindingState::Bad);
    QCOMPARE(worst({}), FindingState::Good);
    QCOMPARE(models::summary(ordered), u"1 fault was found."_s);
    QCOMPARE(models::summary({finding(FindingSubject::Host, FindingState::Unknown)}), u"1 thing could not be checked."_s);
    QCOMPARE(models::summary({finding(FindingSubject::Host, FindingState::Note)}), u"No fault was found."_s);
}

void FindingTexts::rowsAreAddedAndReplaced()
{
    FindingsModel model(times);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    Finding host = finding(FindingSubject::Host, FindingState::Bad, FindingCause::TimedOut);
    host.about = u"https://graph.microsoft.com"_s;
    model.add({host});
    const QPersistentModelIndex kept = model.index(0, 0);
    model.add({finding(FindingSubject::Qt), finding(FindingSubject::Casemate)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(kept.row(), 2);
    QCOMPARE(model.index(0, 0).data(FindingsModel::AreaRole).toString(), u"Program"_s);
    QCOMPARE(model.index(1, 0).data(FindingsModel::AreaRole).toString(), QString());
    QCOMPARE(kept.data(FindingsModel::AreaRole).toString(), u"Network"_s);
    QCOMPARE(kept.data(FindingsModel::StateWordRole).toString(), u"Fault"_s);
    QCOMPARE(kept.data(models::ToneRole).toInt(), int(models::Tone::Bad));
    QVERIFY(!kept.data(models::FullTextRole).toString().isEmpty());
    const QString spoken = kept.data(Qt::AccessibleTextRole).toString();
    for (const int role : {int(Qt::DisplayRole), int(FindingsModel::StateWordRole), int(models::SecondLineRole), int(models::FullTextRole)})
        QVERIFY2(spoken.contains(kept.data(role).toString()), qPrintable(spoken));
    host.state = FindingState::Unknown;
    host.cause = FindingCause::NoNetwork;
    model.add({host});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(kept.data(FindingsModel::StateWordRole).toString(), u"Not checked"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(resets.isEmpty());
}

void FindingTexts::aReportTellsStrangersNothing_data()
{
    QTest::addColumn<QString>("planted");
    const QList<Plant> all = plants();
    for (const Plant &plant : all)
        QTest::newRow(plant.name) << plant.text;
}

// Every one of them in every part of every kind of finding.
void FindingTexts::aReportTellsStrangersNothing()
{
    QFETCH(const QString, planted);
    Findings findings;
    for (int i = 0; i <= int(FindingSubject::MailActions); ++i) {
        Finding each = finding(FindingSubject(i), FindingState::Bad);
        for (const auto &[subject, all] : causes())
            if (subject == each.subject)
                each.cause = all.first();
        each.tenant = u"Contoso SOC"_s;
        each.about = planted + u"/file"_s;
        each.value = u"("_s + planted + u')';
        each.detail = u"it says \""_s + planted + u"\", and more"_s;
        findings.append(each);
    }
    QString open; // what the window shows
    for (const Finding &each : std::as_const(findings))
        open += models::title(each) + models::foundText(each, times) + models::remedy(each);
    const QString report = models::reportText(findings, redaction(), times, now);
    QVERIFY(report.contains(u"Casemate diagnostics"_s) && report.size() > 2000);
    QVERIFY2(!report.contains(planted, Qt::CaseInsensitive), qPrintable(report));
    QVERIFY(!report.contains(u"Contoso"_s, Qt::CaseInsensitive));
    QVERIFY(open.contains(planted)); // so that it is the redaction which keeps it out
}

void FindingTexts::aReportKeepsWhatHelps()
{
    Finding folder = finding(FindingSubject::DataFolder, FindingState::Bad, FindingCause::OpenToOthers);
    folder.about = u"/home/ada.lovelace/.local/share/casemate"_s;
    folder.value = u"0755"_s;
    Finding host = finding(FindingSubject::Host, FindingState::Bad, FindingCause::Unreachable);
    host.about = u"https://graph.microsoft.com"_s;
    host.detail = u"Connection refused"_s;
    Finding demo = finding(FindingSubject::Clock);
    demo.about = u"http://127.0.0.1:8080"_s;
    Finding permission = finding(FindingSubject::Permission, FindingState::Bad, FindingCause::Missing);
    permission.about = u"ThreatHunting.Read.All"_s;
    const QString report = models::reportText({folder, host, demo, permission}, redaction(), times, now);
    for (const char *kept : {"~/.local/share/casemate", "0755", "https://graph.microsoft.com", "Connection refused", "http://127.0.0.1:8080",
                             "ThreatHunting.Read.All", "2026"})
        QVERIFY2(report.contains(QString::fromLatin1(kept)), kept);
    // What only begins like a name is none.
    QCOMPARE(models::redacted(u"/srv/adapter and ada2"_s, redaction()), u"/srv/adapter and ada2"_s);
    const models::Redaction homeAlone {.home = u"/home/ada.lovelace"_s, .user = {}, .tenantNames = {}, .accounts = {}};
    QCOMPARE(models::redacted(u"/home/ada.lovelace2/x, /home/ada.lovelace/x"_s, homeAlone), u"/home/ada.lovelace2/x, ~/x"_s);
}

void FindingTexts::foreignHostsAndIssuersAreWithheld()
{
    Finding certificate = finding(FindingSubject::Certificate, FindingState::Note, FindingCause::UnusualIssuer);
    certificate.about = u"https://login.microsoftonline.com"_s;
    certificate.value = u"Fabrikam Proxy CA (Fabrikam)"_s;
    Finding host = finding(FindingSubject::Host, FindingState::Bad, FindingCause::NotFound);
    host.about = u"https://graph.microsoft.com.evil.fabrikam.example:8443"_s;
    host.detail = u"Host proxy.fabrikam.example at 10.1.2.3 or [fe80::1] not found"_s;
    const QString report = models::reportText({certificate, host}, redaction(), times, now);
    for (const char *withheld : {"abrikam", "evil", "10.1.2.3", "fe80"})
        QVERIFY2(!report.contains(QString::fromLatin1(withheld)), qPrintable(report));
    QVERIFY(report.contains(u"https://login.microsoftonline.com"_s));
    certificate.cause = FindingCause::None;
    certificate.value = u"Microsoft Azure RSA TLS Issuing CA 07 (Microsoft Corporation)"_s;
    QVERIFY(models::reportText({certificate}, redaction(), times, now).contains(u"Microsoft Corporation"_s));
}

CASEMATE_TEST(FindingTexts)
#include "findings.moc"
