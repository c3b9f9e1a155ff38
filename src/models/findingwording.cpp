// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingwording.h"

#include "wordingtext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

using domain::Finding;
using domain::FindingArea;
using domain::FindingCause;
using domain::FindingState;
using domain::FindingSubject;

namespace {

QString fileName(const QString &path) { return path.section(u'/', -1); }

QString sizeText(const Finding &finding) { return QLocale().formattedDataSize(finding.number.value_or(0)); }

QString subjectTitle(const Finding &finding)
{
    switch (finding.subject) {
    case FindingSubject::Casemate: return tr("Casemate");
    case FindingSubject::Qt: return tr("Qt");
    case FindingSubject::System: return tr("System");
    case FindingSubject::Screen: return tr("Display");
    case FindingSubject::Locale: return tr("Language and time zone");
    case FindingSubject::SettingsFile: return tr("Settings file");
    case FindingSubject::SettingsValue: return tr("Setting %1").arg(shown(finding.about));
    case FindingSubject::Sqlite: return tr("SQLite");
    case FindingSubject::SqliteFeatures: return tr("Features of SQLite");
    case FindingSubject::DataFolder: return finding.tenant.isEmpty() ? tr("Data folder") : tr("Folder of the data");
    case FindingSubject::FileSystem: return tr("File system");
    case FindingSubject::FreeSpace: return tr("Room on the disk");
    case FindingSubject::Database: return tr("File %1").arg(shown(fileName(finding.about)));
    case FindingSubject::Integrity: return tr("Content of %1", "a file").arg(shown(fileName(finding.about)));
    case FindingSubject::Owner: return tr("Who works with it");
    case FindingSubject::Keychain: return tr("Keychain");
    case FindingSubject::KernelMemory: return tr("Memory of the kernel");
    case FindingSubject::TlsLibrary: return tr("TLS library");
    case FindingSubject::Host: return tr("Connection to %1").arg(shown(finding.about));
    case FindingSubject::Certificate: return tr("Certificate of %1").arg(shown(finding.about));
    case FindingSubject::Clock: return tr("Clock against %1").arg(shown(finding.about));
    case FindingSubject::Tenants: return tr("Tenants");
    case FindingSubject::Session: return tr("Session");
    case FindingSubject::Permission: return tr("Permission %1").arg(shown(finding.about));
    case FindingSubject::MailActions: return tr("Mail actions");
    }
    return {};
}

QString clockText(const Finding &finding)
{
    const qint64 seconds = qAbs(finding.number.value_or(0));
    switch (finding.cause) {
    case FindingCause::Ahead: return counted(QT_TRANSLATE_NOOP("models", "The clock of this machine is 1 second ahead."), QT_TRANSLATE_N_NOOP("models", "The clock of this machine is %Ln seconds ahead."), seconds);
    case FindingCause::Behind: return counted(QT_TRANSLATE_NOOP("models", "The clock of this machine is 1 second behind."), QT_TRANSLATE_N_NOOP("models", "The clock of this machine is %Ln seconds behind."), seconds);
    case FindingCause::OwnClock: return tr("A demo tenant has a clock of its own.");
    case FindingCause::NoDate: return tr("The answer did not tell the time.");
    default: return tr("Both clocks agree to within a minute.");
    }
}

QString certificateText(const Finding &finding, const TimeText &times)
{
    const QString issuer = finding.value.isEmpty() ? tr("nobody who is named") : shown(finding.value);
    const QString until = finding.when ? times.absolute(*finding.when) : tr("an unknown time");
    switch (finding.cause) {
    case FindingCause::NotTrusted: return tr("Issued by %1, valid until %2. It cannot be trusted: %3").arg(issuer, until, shown(finding.detail));
    case FindingCause::UnusualIssuer:
        return tr("Issued by %1, valid until %2. Microsoft's certificates come from another issuer, so somebody in between reads along; "
                  "mostly that is the organisation's own proxy.").arg(issuer, until);
    default: return tr("Issued by %1, valid until %2.").arg(issuer, until);
    }
}

QString permissionText(const Finding &finding)
{
    const bool there = finding.cause == FindingCause::None;
    if (finding.about == "SecurityIncident.Read.All"_L1)
        return there ? tr("Granted: incidents can be read.") : tr("Not granted: no incidents can be synchronised.");
    if (finding.about == "SecurityAlert.Read.All"_L1)
        return there ? tr("Granted: alerts and their evidence can be read.")
                     : tr("Not granted: neither alerts nor the actions that wait for a person can be synchronised.");
    if (finding.about == "SecurityIncident.ReadWrite.All"_L1)
        return there ? tr("Granted: incidents can be assigned, classified, tagged, commented and resolved.")
                     : tr("Not granted: incidents can be read, but not assigned, classified, tagged, commented or resolved.");
    if (finding.about == "ThreatHunting.Read.All"_L1)
        return there ? tr("Granted: where a mail lies now can be read before and after an action.")
                     : tr("Not granted: where a mail lies now cannot be read, so mail actions are neither checked before they are sent nor proved.");
    return there ? tr("Granted.") : tr("Not granted.");
}

// A folder or a file, whether it is as it must be or not. The folder's name is long, so it stands here and not in the title.
QString whereText(const Finding &finding)
{
    const bool isFolder = finding.subject == FindingSubject::DataFolder;
    const QString what = isFolder ? shown(finding.about, domain::cellCap) : shown(fileName(finding.about));
    const QString mode = shown(isFolder ? finding.value : finding.detail);
    const QString detail = shown(finding.detail);
    switch (finding.cause) {
    case FindingCause::OpenToOthers: return tr("%1 has the mode %2: others on this machine may get at it.").arg(what, mode);
    case FindingCause::NotWritable: return tr("%1 has the mode %2: Casemate may not write to it.").arg(what, mode);
    case FindingCause::OtherOwner: return tr("%1 belongs to another user.").arg(what);
    case FindingCause::SymbolicLink: return tr("A symbolic link is in the place of %1.").arg(what);
    case FindingCause::WrongKind: return tr("Something else is in the place of %1.").arg(what);
    case FindingCause::Unreadable: return tr("%1 cannot be opened: %2").arg(what, detail);
    case FindingCause::Absent: return tr("%1 is not there yet; it is made when it is first needed.").arg(what);
    case FindingCause::Damaged: return tr("%1 is damaged: %2").arg(what, detail);
    case FindingCause::Foreign: return tr("%1 is none of Casemate's files.").arg(what);
    case FindingCause::SchemaOlder: return tr("An older Casemate has written %1 (version %2).").arg(what, shown(finding.value));
    case FindingCause::SchemaNewer: return tr("A newer Casemate has written %1 (version %2), so it can only be read.").arg(what, shown(finding.value));
    default: break;
    }
    if (isFolder)
        return tr("%1 has the mode %2: nobody but you gets at it.").arg(what, mode);
    if (finding.subject == FindingSubject::Integrity)
        return tr("It was read from end to end and is whole.");
    return tr("Version %1, %2, mode %3.", "of the schema, size, access rights").arg(shown(finding.value), sizeText(finding), mode);
}

QString hostText(const Finding &finding)
{
    const QString detail = shown(finding.detail);
    switch (finding.cause) {
    case FindingCause::NotFound: return tr("Its name is not known here (%1).").arg(detail);
    case FindingCause::NoNetwork: return tr("There is no network at the moment.");
    case FindingCause::Unreachable: return tr("Nobody answers there (%1).").arg(detail);
    case FindingCause::TimedOut: return tr("No answer came in time.");
    case FindingCause::BrokenOff: return tr("The connection broke off (%1).").arg(detail);
    case FindingCause::NotTrusted: return tr("The secure connection cannot be trusted; nothing was sent.");
    case FindingCause::InTheClear:
        return finding.state == FindingState::Good ? tr("It answers, in the clear, as a demo tenant on this machine may.")
                                                   : tr("It answers in the clear, where everybody can read along.");
    default: return tr("It answers over %1, after %L2 ms.").arg(shown(finding.value)).arg(finding.number.value_or(0));
    }
}

QString keychainText(const Finding &finding)
{
    const QString detail = shown(finding.detail);
    switch (finding.cause) {
    case FindingCause::Refused: return tr("It refuses to keep anything: %1").arg(detail);
    case FindingCause::NotKept: return tr("It took an entry and did not give it back.");
    case FindingCause::TimedOut: return tr("It did not answer in time; it may be waiting for its password.");
    default: return tr("%1: an entry was written, read and removed again.").arg(shown(finding.value));
    }
}

QString accountText(const Finding &finding)
{
    switch (finding.cause) {
    case FindingCause::NeverSignedIn: return tr("Nobody has signed in to this tenant on this machine yet.");
    case FindingCause::NoSession: return tr("No session is kept.");
    case FindingCause::Unreadable: return tr("What the last sign-in left behind cannot be read from here (%1).").arg(shown(finding.detail));
    case FindingCause::InPortal: return tr("They are carried out in the portal and proved here, because there is no application credential.");
    case FindingCause::Absent: return tr("No tenant has been added yet.");
    case FindingCause::FromFiles: return tr("Its incidents came from files, so there is nobody to sign in to.");
    default: break;
    }
    switch (finding.subject) {
    case FindingSubject::MailActions: return tr("They are carried out here, with the application credential.");
    case FindingSubject::Tenants: return counted(QT_TRANSLATE_NOOP("models", "1 tenant has been added."), QT_TRANSLATE_N_NOOP("models", "%Ln tenants have been added."), finding.number.value_or(0));
    default: return tr("A session is kept.");
    }
}

QString softwareText(const Finding &finding)
{
    const QString value = shown(finding.value);
    switch (finding.cause) {
    case FindingCause::Differs: return tr("Version %1 is running; Casemate was built with %2.").arg(value, shown(finding.detail));
    case FindingCause::Old: return tr("Version %1 is too old.").arg(value);
    case FindingCause::NotUtf8: return tr("%1. File names and texts with letters other than English ones may be shown wrongly.").arg(value);
    case FindingCause::Missing: return finding.detail.isEmpty() || finding.subject == FindingSubject::TlsLibrary ? tr("It is missing.") : tr("Missing: %1.").arg(shown(finding.detail));
    default: break;
    }
    return finding.subject == FindingSubject::Casemate || finding.subject == FindingSubject::Qt || finding.subject == FindingSubject::Sqlite ? tr("Version %1.").arg(value)
                                                                                                                                             : value;
}

QString settingsText(const Finding &finding)
{
    switch (finding.cause) {
    case FindingCause::OutOfRange: return tr("\"%1\" is not allowed (%2), so the default holds.").arg(shown(finding.value), shown(finding.detail));
    case FindingCause::Unreadable: return tr("%1 cannot be read, so the defaults hold.").arg(shown(finding.about));
    case FindingCause::Absent: return tr("There is none, so the defaults hold.");
    default: return shown(finding.about);
    }
}

QString storageText(const Finding &finding)
{
    switch (finding.subject) {
    case FindingSubject::FileSystem:
        return finding.cause == FindingCause::NetworkDrive ? tr("%1 is a network drive, where databases are not safe.").arg(shown(finding.value)) : shown(finding.value);
    case FindingSubject::FreeSpace:
        return finding.cause == FindingCause::Unreadable ? tr("The system does not tell.")
            : finding.cause == FindingCause::None        ? tr("%1 are free.").arg(sizeText(finding))
                                                         : tr("Only %1 are free.").arg(sizeText(finding));
    case FindingSubject::Owner:
        return finding.value.isEmpty() ? tr("Nobody works with this tenant at the moment.") : tr("Process %1 works with this tenant.").arg(shown(finding.value));
    case FindingSubject::Sqlite:
    case FindingSubject::SqliteFeatures: return softwareText(finding);
    default: return whereText(finding);
    }
}

} // namespace

QString name(FindingArea area)
{
    switch (area) {
    case FindingArea::Program: return tr("Program");
    case FindingArea::Settings: return tr("Settings");
    case FindingArea::Storage: return tr("Data");
    case FindingArea::Keychain: return tr("Keychain");
    case FindingArea::Network: return tr("Network");
    case FindingArea::Account: return tr("Account and permissions");
    }
    return {};
}

QString name(FindingState state)
{
    switch (state) {
    case FindingState::Good: return tr("Works");
    case FindingState::Note: return tr("Note");
    case FindingState::Unknown: return tr("Not checked");
    case FindingState::Bad: return tr("Fault");
    }
    return {};
}

QString title(const Finding &finding)
{
    const QString subject = subjectTitle(finding);
    return finding.tenant.isEmpty() ? subject : tr("%1 – %2", "what was looked at, and of which tenant").arg(subject, shown(finding.tenant));
}

QString foundText(const Finding &finding, const TimeText &times)
{
    if (finding.cause == FindingCause::Cancelled)
        return tr("It was not looked at, because the check was cancelled.");
    if (finding.state == FindingState::Unknown && finding.cause == FindingCause::TimedOut)
        return tr("It could not be looked at within the time that a check may take.");
    if (finding.subject == FindingSubject::KernelMemory)
        return finding.cause == FindingCause::Missing ? tr("It is not available here, so a sign-in ends with the program.")
                                                      : tr("It takes the keychain's place: a sign-in lasts for as long as you are logged in, and for 12 hours at most.");
    if (finding.subject == FindingSubject::Permission)
        return permissionText(finding);
    if (finding.subject == FindingSubject::Host)
        return hostText(finding);
    if (finding.subject == FindingSubject::Certificate)
        return certificateText(finding, times);
    if (finding.subject == FindingSubject::Clock)
        return clockText(finding);
    if (finding.subject == FindingSubject::Keychain)
        return keychainText(finding);
    switch (areaOf(finding.subject)) {
    case FindingArea::Settings: return settingsText(finding);
    case FindingArea::Storage: return storageText(finding);
    case FindingArea::Account: return accountText(finding);
    default: return softwareText(finding);
    }
}

QString summary(const domain::Findings &findings)
{
    const auto count = [&](FindingState state) {
        return qint64(std::count_if(findings.cbegin(), findings.cend(), [state](const Finding &f) { return f.state == state; }));
    };
    QStringList parts;
    if (const qint64 bad = count(FindingState::Bad); bad > 0)
        parts.append(counted(QT_TRANSLATE_NOOP("models", "1 fault was found."), QT_TRANSLATE_N_NOOP("models", "%Ln faults were found."), bad));
    if (const qint64 unknown = count(FindingState::Unknown); unknown > 0)
        parts.append(counted(QT_TRANSLATE_NOOP("models", "1 thing could not be checked."), QT_TRANSLATE_N_NOOP("models", "%Ln things could not be checked."), unknown));
    return parts.isEmpty() ? tr("No fault was found.") : parts.join(u' ');
}

} // namespace models
