// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr std::array findingAreaWords {"program", "settings", "storage", "keychain", "network", "account"};
constexpr std::array findingStateWords {"bad", "unknown", "note", "good"};
constexpr std::array findingSubjectWords {"casemate",   "qt",         "system",   "screen",    "locale",       "settingsFile", "settingsValue",
                               "sqlite",     "sqliteFeatures", "dataFolder", "fileSystem", "freeSpace", "database",     "integrity",
                               "owner",      "keychain",   "kernelMemory", "tlsLibrary", "host",      "certificate",  "clock",
                               "tenants",    "session",    "permission",   "mailActions"};
constexpr std::array findingCauseWords {"",             "timedOut",    "cancelled",    "missing",      "absent",       "differs",     "old",
                             "notUtf8",      "outOfRange",  "unreadable",   "openToOthers", "otherOwner",   "symbolicLink", "wrongKind",
                             "notWritable",  "networkDrive", "little",      "full",         "schemaOlder",  "schemaNewer", "damaged",
                             "foreign",      "notKept",     "refused",      "notFound",     "noNetwork",    "unreachable", "brokenOff",
                             "inTheClear",   "notTrusted",  "soonOver",     "unusualIssuer", "noDate",      "ahead",       "behind",
                             "ownClock",     "neverSignedIn", "noSession",  "inPortal",
                             "fromFiles"};
static_assert(findingSubjectWords.size() == std::size_t(FindingSubject::MailActions) + 1);
static_assert(findingCauseWords.size() == std::size_t(FindingCause::FromFiles) + 1);

template <class Words, class E>
QString findingWord(const Words &words, E value)
{
    return QString::fromLatin1(words[std::size_t(value)]);
}

} // namespace

FindingArea areaOf(FindingSubject subject)
{
    if (subject < FindingSubject::SettingsFile)
        return FindingArea::Program;
    if (subject < FindingSubject::Sqlite)
        return FindingArea::Settings;
    if (subject < FindingSubject::Keychain)
        return FindingArea::Storage;
    if (subject < FindingSubject::TlsLibrary)
        return FindingArea::Keychain;
    return subject < FindingSubject::Tenants ? FindingArea::Network : FindingArea::Account;
}

QString findingId(const Finding &finding)
{
    QString id = word(finding.subject);
    for (const QString &part : {finding.tenant, finding.about})
        if (!part.isEmpty())
            id += u'/' + part;
    return id;
}

FindingState worst(const Findings &findings)
{
    FindingState state = FindingState::Good;
    for (const Finding &finding : findings)
        state = std::min(state, finding.state);
    return state;
}

Findings inOrder(Findings findings)
{
    const auto key = [](const Finding &f) { return std::tuple(areaOf(f.subject), f.state, f.subject, f.tenant, f.about); };
    std::stable_sort(findings.begin(), findings.end(), [key](const Finding &a, const Finding &b) { return key(a) < key(b); });
    return findings;
}

QString word(FindingArea area) { return findingWord(findingAreaWords, area); }

QString word(FindingSubject subject) { return findingWord(findingSubjectWords, subject); }

QString word(FindingState state) { return findingWord(findingStateWords, state); }

QString word(FindingCause cause) { return findingWord(findingCauseWords, cause); }

} // namespace domain
