// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a check of this installation found about one thing: works, worth knowing, does not work, could not be told. The
// parts are raw and may come from outside; sentences are made of them in models/findingwording only, so that the window and
// the command line say the same. Never holds a token or a secret. Values; any thread.

#include "moment.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace domain {

enum class FindingState { Bad, Unknown, Note, Good }; // the worst first

enum class FindingArea { Program, Settings, Storage, Keychain, Network, Account };

enum class FindingSubject {
    // Program
    Casemate, // value: version
    Qt, // value: the running version; detail: the one we were built with
    System, // value: name of the system and its kernel
    Screen, // value: Qt's platform plugin
    Locale, // value: language, encoding and time zone
    // Settings
    SettingsFile, // about: path
    SettingsValue, // about: key; value: what stands there; detail: what may
    // Storage
    Sqlite, // value: the running version; detail: the one we were built with
    SqliteFeatures, // value: those we rely on that are there; detail: those that are not
    DataFolder, // about: path; value: mode in octal digits
    FileSystem, // about: path; value: kind
    FreeSpace, // about: path; number: bytes
    Database, // about: path; value: version of its schema; detail: mode in octal digits; number: bytes
    Integrity, // about: path; detail: SQLite's words
    Owner, // value: process id; empty: nobody
    // Keychain
    Keychain, // value: which one; detail: its words
    KernelMemory,
    // Network
    TlsLibrary, // value: the running version; detail: the one we were built with
    Host, // about: address; value: protocol; number: milliseconds; detail: the network's words
    Certificate, // about: address; value: issuer; when: end of its life; detail: what is wrong with it
    Clock, // about: address; number: seconds by which ours is ahead
    // Account
    Tenants,
    Session,
    Permission, // about: scope
    MailActions,
};

enum class FindingCause {
    None,
    // any
    TimedOut, // within the time that a check may take
    Cancelled,
    Missing, // not there, and needed
    Absent, // not there, which is how it begins
    Differs,
    Old,
    // program, settings
    NotUtf8,
    OutOfRange,
    Unreadable,
    // storage
    OpenToOthers,
    OtherOwner,
    SymbolicLink,
    WrongKind, // a folder where a file should be, or the other way round
    NotWritable,
    NetworkDrive,
    Little,
    Full,
    SchemaOlder,
    SchemaNewer,
    Damaged,
    Foreign,
    // keychain
    NotKept, // it says yes and gives back something else
    Refused,
    // network
    NotFound, // no such name
    NoNetwork,
    Unreachable,
    BrokenOff,
    InTheClear,
    NotTrusted,
    SoonOver,
    UnusualIssuer,
    NoDate,
    Ahead,
    Behind,
    OwnClock, // of a demo tenant
    // account
    NeverSignedIn,
    NoSession,
    InPortal,
    FromFiles,
};

struct Finding {
    FindingSubject subject = FindingSubject::Casemate;
    FindingState state = FindingState::Good;
    FindingCause cause = FindingCause::None;
    QString tenant {}; // key of the tenant it is about; empty: of all of them
    QString about {};
    QString value {};
    QString detail {};
    std::optional<qint64> number {};
    std::optional<Moment> when {};

    friend bool operator==(const Finding &, const Finding &) = default;
};
using Findings = QList<Finding>;

[[nodiscard]] FindingArea areaOf(FindingSubject subject);
[[nodiscard]] QString findingId(const Finding &finding); // one thing, one id: "host/https://…"
[[nodiscard]] FindingState worst(const Findings &findings); // Good when there are none
// By area, the worst first within each, otherwise in the order of subjects.
[[nodiscard]] Findings inOrder(Findings findings);

// "database", "bad", "openToOthers": for --json; stable.
[[nodiscard]] QString word(FindingArea area);
[[nodiscard]] QString word(FindingSubject subject);
[[nodiscard]] QString word(FindingState state);
[[nodiscard]] QString word(FindingCause cause); // empty for None

} // namespace domain

Q_DECLARE_METATYPE(domain::Finding)
