// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingwording.h"

#include "domain/permission.h"
#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::Finding;
using domain::FindingCause;
using domain::FindingState;
using domain::FindingSubject;

namespace {

QString storageRemedy(const Finding &finding)
{
    const bool isCache = finding.about.endsWith("/cache.db"_L1);
    switch (finding.cause) {
    case FindingCause::OpenToOthers: return tr("Casemate closes it when it next opens the tenant. To do it now: chmod go-rwx \"%1\"").arg(shown(finding.about, domain::cellCap));
    case FindingCause::NotWritable: return tr("Give yourself the right to write: chmod u+rwX \"%1\"").arg(shown(finding.about, domain::cellCap));
    case FindingCause::OtherOwner: return tr("Make yourself the owner of the data folder, or name another one with --data-dir.");
    case FindingCause::SymbolicLink:
    case FindingCause::WrongKind:
    case FindingCause::Foreign: return tr("Find out who put it there, move it away, and check again.");
    case FindingCause::Unreadable: return tr("Correct the owner and the access rights of the data folder, or name another one with --data-dir.");
    case FindingCause::NetworkDrive: return tr("Name a folder on a local disk with --data-dir, or set XDG_DATA_HOME to one.");
    case FindingCause::Full: return tr("Make room on the disk; until then nothing can be synchronised or decided.");
    case FindingCause::Little: return tr("Make room on the disk before it is full.");
    case FindingCause::Damaged:
        return isCache ? tr("Start the window: a damaged cache is put aside and built again from the service.")
                       : tr("Keep a copy of the data folder and restore the file from a backup; Casemate never repairs it by itself.");
    case FindingCause::SchemaOlder: return tr("Nothing: it is brought up to date when the tenant is next opened.");
    case FindingCause::SchemaNewer: return tr("Update Casemate.");
    case FindingCause::Old:
    case FindingCause::Missing: return tr("Install SQLite 3.38 or newer as your distribution packages it.");
    default: return {};
    }
}

QString networkRemedy(const Finding &finding)
{
    switch (finding.cause) {
    case FindingCause::NoNetwork: return tr("Connect to the network and check again. Until then the cache can be read, and decisions wait in the outbox.");
    case FindingCause::NotFound: return tr("Check the network, the name server and the addresses of the tenant's cloud (casemate tenant list).");
    case FindingCause::Unreachable:
    case FindingCause::TimedOut: return tr("Check whether a firewall or a proxy stands in the way, and whether the address is right (casemate tenant list). A demo tenant must be running.");
    case FindingCause::BrokenOff: return tr("Check whether a proxy or a firewall stands in the way; it must let TLS 1.2 or 1.3 pass.");
    case FindingCause::NotTrusted:
        return tr("Check the clock of this machine. If the organisation reads along, its certificate authority has to be installed in the system's store; ask your administrator.");
    case FindingCause::UnusualIssuer: return tr("Ask your administrator whether this is known. If it is not, do not sign in on this network.");
    case FindingCause::InTheClear: return tr("Do not use this tenant; ask your administrator for its addresses.");
    case FindingCause::SoonOver: return tr("Nothing on this machine; if it is not renewed in time, sign-in and synchronisation fail.");
    case FindingCause::Ahead:
    case FindingCause::Behind: return tr("Let the system set its clock from the network (timedatectl set-ntp true); a sign-in fails when it is wrong by more than five minutes.");
    case FindingCause::NoDate: return tr("Compare the clock of this machine with another one.");
    case FindingCause::Missing: return tr("Install OpenSSL 3 as your distribution packages it.");
    case FindingCause::Differs: return tr("Install the OpenSSL that belongs to your Qt.");
    default: return {};
    }
}

QString accountRemedy(const Finding &finding)
{
    switch (finding.cause) {
    case FindingCause::Absent: return tr("Add one in the window or with casemate tenant add, or try the demo tenant: casemate --demo");
    case FindingCause::NeverSignedIn:
    case FindingCause::NoSession: return tr("Sign in, in the window or with casemate signin.");
    case FindingCause::Unreadable: return tr("Put the keychain right first; in the window of this tenant the diagnostics know its session all the same.");
    case FindingCause::InPortal:
        return tr("Nothing, if that is what your organisation wants. Otherwise an administrator grants an application the role %1, and you store its credential with casemate tenant credential.")
            .arg(domain::mailRole());
    case FindingCause::Missing:
        return tr("An administrator of the tenant (Cloud Application Administrator or above) adds the delegated permission %1 of Microsoft Graph to the app registration and "
                  "grants consent; then sign out and in again.").arg(shown(finding.about));
    default: return {};
    }
}

QString keychainRemedy(const Finding &finding)
{
    if (finding.subject == FindingSubject::KernelMemory)
        return tr("Put the keychain right; then a sign-in outlives the program.");
    if (finding.cause == FindingCause::TimedOut)
        return tr("Look for a window that asks for the keychain's password, unlock it, and check again.");
    return tr("Install and unlock a keychain: gnome-keyring, KWallet, or KeePassXC with its Secret Service. It needs a desktop session with a message bus.");
}

} // namespace

QString remedy(const Finding &finding)
{
    if (finding.state == FindingState::Good)
        return {};
    if (finding.cause == FindingCause::Cancelled)
        return tr("Check again.");
    if (finding.state == FindingState::Unknown && finding.cause == FindingCause::TimedOut)
        return tr("Check again; if it stays, something is wrong with what was asked: a disk, the keychain or the network.");
    switch (areaOf(finding.subject)) {
    case domain::FindingArea::Program:
        return finding.cause == FindingCause::NotUtf8 ? tr("Set a locale with UTF-8, as in LC_ALL=C.UTF-8.")
                                                      : tr("Install Casemate and Qt from the same source.");
    case domain::FindingArea::Settings: return tr("Correct it on the settings page, or in the file.");
    case domain::FindingArea::Storage: return storageRemedy(finding);
    case domain::FindingArea::Keychain: return keychainRemedy(finding);
    case domain::FindingArea::Network: return networkRemedy(finding);
    case domain::FindingArea::Account: return accountRemedy(finding);
    }
    return {};
}

} // namespace models
