// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "switches.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array switchEntries {
    // lists
    SwitchEntry {"incidentTopCap"_L1, "50"_L1, "number"_L1, "largest $top of the incident list; above it 400"_L1},
    SwitchEntry {"incidentPage"_L1, "50"_L1, "number"_L1, "page size of the incident list without $top"_L1},
    SwitchEntry {"alertTopCap"_L1, "2000"_L1, "number"_L1, "largest $top of the alert list; above it 400"_L1},
    SwitchEntry {"alertPage"_L1, "100"_L1, "number"_L1, "page size of the alert list without $top"_L1},
    SwitchEntry {"orderbyHonoured"_L1, "on"_L1, "on|off|refuse"_L1,
                 "on: $orderby on the two dates orders the list; off: it is accepted and has no effect (newest first); "
                 "refuse: 400"_L1},
    SwitchEntry {"defaultOrder"_L1, "updated"_L1, "updated|created"_L1,
                 "newest first of lists without $orderby; updated: by lastUpdateDateTime, so that edits move rows; created: by "
                 "createdDateTime"_L1},
    SwitchEntry {"selectHonoured"_L1, "on"_L1, "on|off"_L1,
                 "on: $select leaves out what it does not name; off: it is accepted and has no effect"_L1},
    SwitchEntry {"expandOnGet"_L1, "on"_L1, "on|off"_L1,
                 "on: $expand=alerts works for one incident as on the list; off: it is accepted and has no effect"_L1},
    SwitchEntry {"retentionDays"_L1, "180"_L1, "number"_L1,
                 "days that incidents and alerts are listed after their creation; later 404"_L1},
    SwitchEntry {"nextLinkStyle"_L1, "skip"_L1, "skip|skiptoken"_L1,
                 "skip: the link repeats the query with $skip; skiptoken: with an opaque $skiptoken"_L1},
    SwitchEntry {"shortPages"_L1, "off"_L1, "on|off"_L1,
                 "on: pages with a nextLink are shorter than $top, every third one is empty; off: pages are full"_L1},
    SwitchEntry {"itemTypes"_L1, "off"_L1, "on|off"_L1, "on: incidents and alerts carry @odata.type; off: they do not"_L1},
    SwitchEntry {"noValue"_L1, "null"_L1, "null|empty|absent"_L1,
                 "a text of an incident or alert that has no value; null; empty: an empty text; absent: the member is left out"_L1},
    SwitchEntry {"noDate"_L1, "null"_L1, "null|yearOne"_L1,
                 "resolvedDateTime of an alert that is open; null; yearOne: 0001-01-01T00:00:00Z"_L1},
    SwitchEntry {"enumCase"_L1, "camel"_L1, "camel|pascal"_L1,
                 "enum members of incidents and alerts themselves; camel: truePositive; pascal: TruePositive"_L1},
    SwitchEntry {"incidentUrl"_L1, "new"_L1, "new|old"_L1,
                 "incidentWebUrl; new: /incident2/{id}/overview?tid=; old: /incidents/{id}?tid="_L1},
    SwitchEntry {"commentMembers"_L1, "new"_L1, "new|old"_L1,
                 "new: comments carry createdByDisplayName and createdDateTime; old: createdBy and createdTime"_L1},
    // edits
    SwitchEntry {"inProgressAccepted"_L1, "on"_L1, "on|off"_L1,
                 "on: PATCH takes status inProgress of an incident; off: 400"_L1},
    SwitchEntry {"priorityScoreAccepted"_L1, "off"_L1, "on|off"_L1, "on: PATCH takes priorityScore of an incident; off: 400"_L1},
    SwitchEntry {"customDetailsAccepted"_L1, "off"_L1, "on|off"_L1, "on: PATCH takes customDetails of an alert; off: 400"_L1},
    SwitchEntry {"propagationStamp"_L1, "once"_L1, "once|again"_L1,
                 "lastUpdateDateTime of an edited incident; once: the answer tells it; again: it moves once more after the answer"_L1},
    SwitchEntry {"alertEditMovesIncident"_L1, "off"_L1, "on|off"_L1,
                 "on: an edit of an alert moves the incident's lastUpdateDateTime; off: it does not"_L1},
    SwitchEntry {"commentAnswer"_L1, "list"_L1, "list|one"_L1,
                 "answer to a new comment; list: 200 with all comments; one: 201 with the new one"_L1},
    SwitchEntry {"determinationAlone"_L1, "refuse"_L1, "refuse|ignore"_L1,
                 "a determination while the classification is unknown; refuse: 400; ignore: 200 without effect"_L1},
    SwitchEntry {"alertPropagation"_L1, "all"_L1, "all|resolve|none"_L1,
                 "what an incident's edit does to its alerts; all: assignee, classification, determination and resolving; "
                 "resolve: resolving only; none: nothing"_L1},
    SwitchEntry {"commentLimit"_L1, "3000"_L1, "number"_L1, "longest comment in characters; above it 400"_L1},
    SwitchEntry {"emptyLeftIncident"_L1, "redirect"_L1, "redirect|resolve"_L1,
                 "an incident that lost its last alert by a move; redirect: redirected to the target; resolve: resolved"_L1},
    // investigations and evidence
    SwitchEntry {"evidenceStampMoves"_L1, "off"_L1, "on|off"_L1,
                 "on: a change of evidence alone moves the alert's lastUpdateDateTime; off: it does not"_L1},
    SwitchEntry {"pendingCleared"_L1, "off"_L1, "on|off"_L1,
                 "on: an equivalent remediation turns pendingApproval into remediated; off: the item stays pending"_L1},
    SwitchEntry {"expiredEvidence"_L1, "declined"_L1, "declined|unremediated"_L1,
                 "remediationStatus of a pending item after its seven days"_L1},
    SwitchEntry {"arrivals"_L1, "on"_L1, "on|off"_L1,
                 "on: mails and incidents arrive and users move mails as time goes by; off: only what was under way ends"_L1},
    SwitchEntry {"colleagues"_L1, "on"_L1, "on|off"_L1,
                 "on: another analyst takes, comments and resolves incidents and decides in the portal as time goes by; off: nobody does"_L1},
    // mail remediation
    SwitchEntry {"remediationDelay"_L1, "20"_L1, "number"_L1, "simulated seconds until a remediation takes effect"_L1},
    SwitchEntry {"instantRemediation"_L1, "off"_L1, "on|off"_L1,
                 "on: a remediation takes effect before its answer is sent; off: after remediationDelay"_L1},
    SwitchEntry {"remediationItemLimit"_L1, "0"_L1, "number"_L1, "most mails of one remediate call; above it 400; 0: no limit"_L1},
    SwitchEntry {"activeRemediationLimit"_L1, "50"_L1, "number"_L1, "remediations under way at the same time; above it 400"_L1},
    SwitchEntry {"moveToQuarantine"_L1, "off"_L1, "on|off"_L1, "on: remediate takes moveToQuarantine; off: 400"_L1},
    SwitchEntry {"deletedLocation"_L1, "folder"_L1, "folder|others"_L1,
                 "word for soft and hard deleted mail; folder: Deleted folder / deletedFolder; others: Others / others"_L1},
    SwitchEntry {"approverChecked"_L1, "on"_L1, "on|off"_L1,
                 "on: the approverUpn of a remediation (beta) must have the role Search and Purge, else 403; off: anybody"_L1},
    SwitchEntry {"alreadyThereRow"_L1, "on"_L1, "on|off"_L1,
                 "on: a mail already in the destination gets a row in EmailPostDeliveryEvents; off: it gets none"_L1},
    SwitchEntry {"failedWord"_L1, "Failed"_L1, "Failed|Error"_L1, "ActionResult of a mail that could not be moved"_L1},
    SwitchEntry {"triggerWord"_L1, "AdminAction"_L1, "AdminAction|Administrator"_L1,
                 "ActionTrigger of manual remediation"_L1},
    SwitchEntry {"adminActionAlert"_L1, "newIncident"_L1, "newIncident|sameIncident|off"_L1,
                 "where the alert about a manual remediation appears"_L1},
    SwitchEntry {"analyzedEmailsDays"_L1, "30"_L1, "number"_L1, "window of the analyzedEmails list without startTime, in days"_L1},
    SwitchEntry {"invokeActionAnswer"_L1, "flat"_L1, "flat|wrapped"_L1,
                 "answer of invokeAction; flat: as the schema has it; wrapped: in value, and with provider, as the sample"_L1},
    // hunting
    SwitchEntry {"huntingRowLimit"_L1, "100000"_L1, "number"_L1, "most rows of a hunting answer"_L1},
    SwitchEntry {"huntingRowOverflow"_L1, "refuse"_L1, "refuse|cut"_L1,
                 "more rows than that; refuse: 400; cut: the rest is missing and nothing says so"_L1},
    SwitchEntry {"huntingSizeLimit"_L1, "51200"_L1, "number"_L1, "largest hunting answer in kB; above it 400"_L1},
    SwitchEntry {"huntingStepLimit"_L1, "1000000"_L1, "number"_L1,
                 "work that stands for three minutes, in thousands of steps of SQLite (a row read counts as a hundred steps); "
                 "above it 504; 0: no limit"_L1},
    SwitchEntry {"huntingCpuQuota"_L1, "20000"_L1, "number"_L1,
                 "thousands of rows that hunting may read in a cycle of 15 simulated minutes; then 429; 0: no quota"_L1},
    SwitchEntry {"huntingColumns"_L1, "documented"_L1, "documented|newer"_L1,
                 "newer: EmailEvents has the columns that were announced last as well; documented: it does not"_L1},
    SwitchEntry {"huntingNulls"_L1, "null"_L1, "null|empty|allNull"_L1,
                 "cells without a value; null: null, and \"\" for texts; empty: always \"\"; allNull: always null"_L1},
    SwitchEntry {"huntingBooleans"_L1, "sbyte"_L1, "sbyte|boolean"_L1,
                 "sbyte: bool columns have type SByte and cells 1 and 0; boolean: type Boolean, true and false"_L1},
    SwitchEntry {"huntingDynamic"_L1, "text"_L1, "text|object"_L1,
                 "cells of dynamic columns; text: JSON as text; object: the value itself"_L1},
    SwitchEntry {"huntingDynamicWord"_L1, "Object"_L1, "Object|Dynamic"_L1, "type of dynamic columns in the schema"_L1},
    SwitchEntry {"huntingAnnotations"_L1, "off"_L1, "on|off"_L1,
                 "on: an @odata.type annotation goes before cells whose type JSON does not tell; off: no annotations"_L1},
};

const SwitchEntry *findSwitch(QStringView name)
{
    const auto found = std::find_if(switchEntries.begin(), switchEntries.end(), [name](const SwitchEntry &entry) {
        return name.compare(entry.name, Qt::CaseInsensitive) == 0;
    });
    return found == switchEntries.end() ? nullptr : &*found;
}

} // namespace

std::span<const SwitchEntry> Switches::table()
{
    return switchEntries;
}

QString Switches::set(const QString &name, const QString &value)
{
    const SwitchEntry *entry = findSwitch(name);
    if (entry == nullptr) {
        return u"there is no switch \"%1\""_s.arg(name);
    }
    if (entry->settings == "number"_L1) {
        bool number = false;
        if (value.toInt(&number) < 0 || !number) {
            return u"%1 takes a number, not \"%2\""_s.arg(entry->name, value);
        }
    } else if (!QString(entry->settings).split(QChar(u'|')).contains(value)) {
        return u"%1 takes %2, not \"%3\""_s.arg(entry->name, entry->settings, value);
    }
    m_set.insert(entry->name, value);
    return {};
}

QString Switches::value(QLatin1StringView name) const
{
    const auto set = m_set.constFind(name);
    if (set != m_set.cend()) {
        return *set;
    }
    const SwitchEntry *entry = findSwitch(QString(name));
    Q_ASSERT_X(entry != nullptr, "Switches::value", name.data());
    return entry->initial;
}

bool Switches::on(QLatin1StringView name) const
{
    return value(name) == "on"_L1;
}

int Switches::number(QLatin1StringView name) const
{
    return value(name).toInt();
}

} // namespace simulator
