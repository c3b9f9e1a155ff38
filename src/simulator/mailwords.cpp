// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailwords.h"

#include "switches.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct PlaceWords {
    QLatin1StringView hunting;
    QLatin1StringView analyzed;
    QLatin1StringView evidence;
    QLatin1StringView huntingAction;
    QLatin1StringView analyzedAction;
};

// In the order of Place.
constexpr std::array placeWords {
    PlaceWords {"Inbox/folder"_L1, "inbox_folder"_L1, "Inbox"_L1, "Delivered"_L1, "delivered"_L1},
    PlaceWords {"Junk folder"_L1, "junkFolder"_L1, "JunkFolder"_L1, "Junked"_L1, "deliveredToJunk"_L1},
    PlaceWords {"Deleted folder"_L1, "deletedFolder"_L1, "DeletedFolder"_L1, "Delivered"_L1, "delivered"_L1},
    PlaceWords {"Deleted folder"_L1, "deletedFolder"_L1, "SoftDeleted"_L1, "Blocked"_L1, "blocked"_L1},
    PlaceWords {"Deleted folder"_L1, "deletedFolder"_L1, "HardDeleted"_L1, "Blocked"_L1, "blocked"_L1},
    PlaceWords {"Quarantine"_L1, "quarantine"_L1, "Quarantine"_L1, "Blocked"_L1, "blocked"_L1},
    PlaceWords {"On-premises/external"_L1, "onprem_external"_L1, "External"_L1, "Delivered"_L1, "delivered"_L1},
    PlaceWords {"Failed"_L1, "failed"_L1, "Failed"_L1, "Blocked"_L1, "blocked"_L1},
    PlaceWords {"Dropped"_L1, "dropped"_L1, "Dropped"_L1, "Blocked"_L1, "blocked"_L1},
    PlaceWords {"Unknown"_L1, "unknown"_L1, ""_L1, ""_L1, "unknown"_L1},
};

const PlaceWords &wordsOf(Place place)
{
    return placeWords[static_cast<std::size_t>(place)];
}

bool spelledAsOthers(Place place, const Switches &switches)
{
    return (place == Place::SoftDeleted || place == Place::HardDeleted)
        && switches.is("deletedLocation"_L1, "others"_L1);
}

} // namespace

QString huntingPlace(Place place, const Switches &switches)
{
    return spelledAsOthers(place, switches) ? u"Others"_s : QString(wordsOf(place).hunting);
}

QString analyzedPlace(Place place, const Switches &switches)
{
    return spelledAsOthers(place, switches) ? u"others"_s : QString(wordsOf(place).analyzed);
}

QString evidencePlace(Place place)
{
    return wordsOf(place).evidence;
}

QString huntingAction(Place place)
{
    return wordsOf(place).huntingAction;
}

QString analyzedAction(Place place)
{
    return wordsOf(place).analyzedAction;
}

std::optional<Place> readPlace(const QString &word)
{
    for (std::size_t i = 0; i < placeWords.size(); ++i) {
        for (const QLatin1StringView spelling : {placeWords[i].hunting, placeWords[i].analyzed, placeWords[i].evidence}) {
            if (!word.isEmpty() && word.compare(spelling, Qt::CaseInsensitive) == 0) {
                return static_cast<Place>(i);
            }
        }
    }
    return std::nullopt;
}

QString movedWords(Place place)
{
    switch (place) {
    case Place::Inbox: return u"Moved to inbox"_s;
    case Place::Junk: return u"Moved to junk folder"_s;
    case Place::DeletedItems: return u"Moved to deleted items"_s;
    case Place::SoftDeleted: return u"Soft deleted"_s;
    case Place::HardDeleted: return u"Hard deleted"_s;
    case Place::Quarantine: return u"Moved to quarantine"_s;
    default: return u"Moved"_s;
    }
}

QString threatWord(MailThreat threat)
{
    constexpr std::array words {""_L1, "Spam"_L1, "Phish"_L1, "Malware"_L1};
    return words[static_cast<std::size_t>(threat)];
}

QString huntingDirection(MailDirection direction)
{
    constexpr std::array words {"Inbound"_L1, "Outbound"_L1, "Intra-org"_L1};
    return words[static_cast<std::size_t>(direction)];
}

QString evidenceDirection(MailDirection direction)
{
    constexpr std::array words {"Inbound"_L1, "Outbound"_L1, "Intraorg"_L1};
    return words[static_cast<std::size_t>(direction)];
}

QString detectionMethod(const Mail &mail)
{
    switch (mail.threat) {
    case MailThreat::None: return {};
    case MailThreat::Spam: return u"Mixed analysis detection"_s;
    case MailThreat::Phish: return mail.urls.isEmpty() ? u"Impersonation user"_s : u"URL malicious reputation"_s;
    case MailThreat::Malware: return u"File detonation"_s;
    }
    return {};
}

QString moveType(const MailMove &move, const Mail &mail)
{
    switch (move.by) {
    case MailMove::By::User: return u"User action"_s;
    case MailMove::By::Zap: return threatWord(mail.threat) + u" ZAP"_s;
    case MailMove::By::Automation: return u"Automated Remediation"_s;
    case MailMove::By::Administrator: return u"Manual remediation"_s;
    }
    return {};
}

QString moveTrigger(const MailMove &move, const Switches &switches)
{
    switch (move.by) {
    case MailMove::By::User: return u"UserAction"_s;
    case MailMove::By::Zap:
    case MailMove::By::Automation: return u"SpecialAction"_s;
    case MailMove::By::Administrator: return switches.value("triggerWord"_L1);
    }
    return {};
}

bool remediable(Place place)
{
    switch (place) {
    case Place::Inbox:
    case Place::Junk:
    case Place::DeletedItems:
    case Place::SoftDeleted:
    case Place::Quarantine: return true;
    default: return false;
    }
}

} // namespace simulator
