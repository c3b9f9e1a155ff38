// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordingtext.h"

#include "domain/error.h"
#include "domain/rules.h"
#include "wording.h"

#include <span>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Reason {
    QLatin1StringView code;
    const char *why; // %1: the detail
    const char *next;
};

// Rules of ours (domain/rules.h, the desk, the ledger, the sender). The detail of a few is a value and is worded below.
constexpr Reason rules[] = {
    {"alreadyFinal"_L1, QT_TRANSLATE_NOOP("models", "it is finished already"), ""},
    {"readOnly"_L1, QT_TRANSLATE_NOOP("models", "the data of this tenant can only be read"), ""},
    {"notSignedIn"_L1, QT_TRANSLATE_NOOP("models", "nobody is signed in"),
     QT_TRANSLATE_NOOP("models", "Sign in first.")},
    {"otherAccount"_L1, QT_TRANSLATE_NOOP("models", "it belongs to another account"),
     QT_TRANSLATE_NOOP("models", "Sign in with the account that decided it.")},
    {"noIncident"_L1, QT_TRANSLATE_NOOP("models", "no such incident is known here"),
     QT_TRANSLATE_NOOP("models", "Check the number, or synchronise first.")},
    {"wrongExecutor"_L1, QT_TRANSLATE_NOOP("models", "it cannot be carried out in this way"), ""},
    {"noCapability"_L1, QT_TRANSLATE_NOOP("models", "this account may read incidents, but not change them"),
     QT_TRANSLATE_NOOP("models", "Ask an administrator for the role Security Operator.")},
    {"noApplicationCredential"_L1,
     QT_TRANSLATE_NOOP("models", "there is no application credential for mail actions here"),
     QT_TRANSLATE_NOOP("models",
                       "Carry it out in the portal, or add a credential with \"casemate tenant credential\".")},
    {"expired"_L1, QT_TRANSLATE_NOOP("models", "its time is over"),
     QT_TRANSLATE_NOOP("models", "Look at it again and decide anew.")},
    {"badValue"_L1, QT_TRANSLATE_NOOP("models", "\"%1\" is no value for it"),
     QT_TRANSLATE_NOOP("models", "Choose one of the values that are offered.")},
    {"badClassification"_L1, QT_TRANSLATE_NOOP("models", "\"%1\" is no classification"),
     QT_TRANSLATE_NOOP("models", "Write it like truePositive/phishing.")},
    {"badDetermination"_L1, QT_TRANSLATE_NOOP("models", "\"%1\" does not go with the classification"),
     QT_TRANSLATE_NOOP("models", "Write it like truePositive/phishing.")},
    {"emptyComment"_L1, QT_TRANSLATE_NOOP("models", "the comment is empty"),
     QT_TRANSLATE_NOOP("models", "Write a comment.")},
    {"commentTooLong"_L1, QT_TRANSLATE_NOOP("models", "the comment is longer than the service takes"),
     QT_TRANSLATE_NOOP("models", "Shorten it to less than 3,000 characters.")},
    {"noAction"_L1, QT_TRANSLATE_NOOP("models", "it names no pending action"),
     QT_TRANSLATE_NOOP("models", "Choose a pending action.")},
    {"notMail"_L1, QT_TRANSLATE_NOOP("models", "it is not about mail"),
     QT_TRANSLATE_NOOP("models", "Carry it out in the portal, then mark it as handled.")},
    {"noTargets"_L1, QT_TRANSLATE_NOOP("models", "none of its mails is known by name"),
     QT_TRANSLATE_NOOP("models", "Carry it out in the portal, then mark it as handled.")},
    {"tooManyTargets"_L1, QT_TRANSLATE_NOOP("models", "%1 mails are more than one call takes"),
     QT_TRANSLATE_NOOP("models", "Carry it out in the portal.")},
    {"targetIncomplete"_L1, QT_TRANSLATE_NOOP("models", "the mailbox of one of its mails is not known"),
     QT_TRANSLATE_NOOP("models", "Read the latest location, or carry it out in the portal.")},
    {"notInCloudMailbox"_L1, QT_TRANSLATE_NOOP("models", "the mail is no longer in a mailbox (%1)"),
     QT_TRANSLATE_NOOP("models", "Nothing is left to be moved; mark it as handled.")},
    {"locationNotRead"_L1, QT_TRANSLATE_NOOP("models", "where the mail lies now is not known"),
     QT_TRANSLATE_NOOP("models", "Read the latest location, then decide again.")},
    {"actionGone"_L1, QT_TRANSLATE_NOOP("models", "it no longer waits for anybody"),
     QT_TRANSLATE_NOOP("models", "Somebody may have decided it elsewhere; look at the incident.")},
    {"chooseMailAction"_L1, QT_TRANSLATE_NOOP("models", "nothing is recommended for it"),
     QT_TRANSLATE_NOOP("models", "Choose what is to be done with the mail.")},
    {"incidentArchived"_L1, QT_TRANSLATE_NOOP("models", "the service no longer has this incident"), ""},
    {"incidentRedirected"_L1, QT_TRANSLATE_NOOP("models", "the incident was merged into incident %1"),
     QT_TRANSLATE_NOOP("models", "Decide there.")},
    {"nothingToUndo"_L1, QT_TRANSLATE_NOOP("models", "no decision is held any more"),
     QT_TRANSLATE_NOOP("models", "What is on its way can only be reversed by a new decision.")},
    {"tooLate"_L1, QT_TRANSLATE_NOOP("models", "it is on its way or finished already"),
     QT_TRANSLATE_NOOP("models", "See the outbox for what becomes of it.")},
    {"notAllowed"_L1, QT_TRANSLATE_NOOP("models", "it has moved on in the meantime"),
     QT_TRANSLATE_NOOP("models", "See the outbox for where it stands.")},
    {"duplicateDecision"_L1, QT_TRANSLATE_NOOP("models", "it was taken already"),
     QT_TRANSLATE_NOOP("models", "See the outbox for where it stands.")},
    {"alreadyDecided"_L1, QT_TRANSLATE_NOOP("models", "another decision about the same pending action is not finished"),
     QT_TRANSLATE_NOOP("models", "See the outbox for where it stands.")},
    {"alreadyProved"_L1, QT_TRANSLATE_NOOP("models", "it was carried out before and proved, though it may still show as pending"),
     QT_TRANSLATE_NOOP("models", "See the history of the incident.")},
    {"secondAttempt"_L1, QT_TRANSLATE_NOOP("models", "it was sent once, and such a thing is never sent twice"),
     QT_TRANSLATE_NOOP("models", "Look at what became of it, then decide anew.")},
    {"duplicateAttempt"_L1, QT_TRANSLATE_NOOP("models", "this attempt was recorded already"), ""},
    {"unknownAttempt"_L1, QT_TRANSLATE_NOOP("models", "no such attempt was recorded"), ""},
    {"attemptFinished"_L1, QT_TRANSLATE_NOOP("models", "the attempt is finished already"), ""},
    {"notInPreflight"_L1, QT_TRANSLATE_NOOP("models", "its facts have not been read again"), ""},
    {"notSending"_L1, QT_TRANSLATE_NOOP("models", "it is not being sent"), ""},
    {"notFinal"_L1, QT_TRANSLATE_NOOP("models", "it is not finished"), ""},
    {"unknownFact"_L1, QT_TRANSLATE_NOOP("models", "it relies on something that cannot be read again"),
     QT_TRANSLATE_NOOP("models", "Decide anew.")},
    {"noPortal"_L1, QT_TRANSLATE_NOOP("models", "this cloud names no portal"), ""},
    {"badId"_L1, QT_TRANSLATE_NOOP("models", "\"%1\" cannot be a number of an incident"), ""},
    // files
    {"fileTenant"_L1, QT_TRANSLATE_NOOP("models", "this tenant was read from files, there is no service behind it"),
     QT_TRANSLATE_NOOP("models", "Open the organisation's own tenant for it.")},
    {"fileUnreadable"_L1, QT_TRANSLATE_NOOP("models", "the file cannot be read: %1"),
     QT_TRANSLATE_NOOP("models", "Check its name and who may read it. Nothing was imported.")},
    {"fileTooLarge"_L1, QT_TRANSLATE_NOOP("models", "the file is larger than 512 MiB"),
     QT_TRANSLATE_NOOP("models", "Split it, and give all parts at once.")},
    {"fileEmpty"_L1, QT_TRANSLATE_NOOP("models", "the file is empty"), QT_TRANSLATE_NOOP("models", "Nothing was imported.")},
    {"fileMalformed"_L1, QT_TRANSLATE_NOOP("models", "it is not whole JSON: %1"),
     QT_TRANSLATE_NOOP("models", "Export it again, as text in UTF-8. Nothing was imported.")},
    {"nothingToImport"_L1, QT_TRANSLATE_NOOP("models", "there is no incident and no alert in it"),
     QT_TRANSLATE_NOOP("models", "Files hold answers of Microsoft Graph (incidents, alerts_v2) or a case file.")},
    {"severalCases"_L1, QT_TRANSLATE_NOOP("models", "these are several case files"),
     QT_TRANSLATE_NOOP("models", "Import them one by one; each gets a tenant of its own. Nothing was imported.")},
    {"caseNewer"_L1, QT_TRANSLATE_NOOP("models", "a newer Casemate has written the case file (%1)"),
     QT_TRANSLATE_NOOP("models", "Update Casemate. Nothing was imported.")},
    {"caseDamaged"_L1, QT_TRANSLATE_NOOP("models", "the case file is damaged at its member %1"),
     QT_TRANSLATE_NOOP("models", "Ask for it once more. Nothing was imported.")},
    {"nameTaken"_L1, QT_TRANSLATE_NOOP("models", "there is a tenant called \"%1\" already"),
     QT_TRANSLATE_NOOP("models", "Choose another name, or remove that tenant first.")},
    {"fileNotWritten"_L1, QT_TRANSLATE_NOOP("models", "the file cannot be written: %1"),
     QT_TRANSLATE_NOOP("models", "Choose another place. What lay there before is unchanged.")},
    // items of a file that are left out
    {"notAnItem"_L1, QT_TRANSLATE_NOOP("models", "it is neither an incident nor an alert"), ""},
    {"errorInAnswer"_L1, QT_TRANSLATE_NOOP("models", "it is an error that the service answered"), ""},
    {"wrongTenant"_L1, QT_TRANSLATE_NOOP("models", "it belongs to another tenant (%1)"), ""},
    {"wrongType"_L1, QT_TRANSLATE_NOOP("models", "its member %1 is not of the type that it must be"), ""},
    {"badTime"_L1, QT_TRANSLATE_NOOP("models", "its time %1 cannot be read"), ""},
    {"noId"_L1, QT_TRANSLATE_NOOP("models", "it has no id"), ""},
    {"noObject"_L1, QT_TRANSLATE_NOOP("models", "it is no JSON object"), ""},
    {"malformed"_L1, QT_TRANSLATE_NOOP("models", "it is not whole JSON"), ""},
    {"tooDeep"_L1, QT_TRANSLATE_NOOP("models", "it is nested too deeply"), ""},
    {"inconsistent"_L1, QT_TRANSLATE_NOOP("models", "it contradicts itself: %1"), ""},
    // where a decision stands
    {"openPortal"_L1, QT_TRANSLATE_NOOP("models", "it is to be carried out in the portal"),
     QT_TRANSLATE_NOOP("models", "Open the portal and do it there; a later read confirms it here.")},
    {"absent"_L1, QT_TRANSLATE_NOOP("models", "a later read does not show it"),
     QT_TRANSLATE_NOOP("models", "Look at the incident or the portal, then close it here or decide anew.")},
    {"contradicted"_L1, QT_TRANSLATE_NOOP("models", "a later read shows something else: %1"),
     QT_TRANSLATE_NOOP("models", "Look at the incident or the portal, then close it here or decide anew.")},
    {"unproved"_L1, QT_TRANSLATE_NOOP("models", "no read has shown it for a long time"),
     QT_TRANSLATE_NOOP("models", "Look at the incident or the portal, then close it here or decide anew.")},
    {"movedByAdministrator"_L1,
     QT_TRANSLATE_NOOP("models",
                       "the mail is where it was wanted; Casemate's own request got no answer, and an administrator's "
                       "action is on record, so this was not necessarily Casemate"),
     QT_TRANSLATE_NOOP("models", "If it matters who did it, look into the portal's action center.")},
    {"movedByUnknown"_L1,
     QT_TRANSLATE_NOOP("models",
                       "the mail is where it was wanted; Casemate's own request got no answer, and nobody's action is on "
                       "record, so this was not necessarily Casemate"),
     QT_TRANSLATE_NOOP("models", "If it matters who did it, look into the portal's action center.")},
    {"movedByOther"_L1,
     QT_TRANSLATE_NOOP("models",
                       "the mail is where it was wanted, but the service's record shows that somebody else moved it, or "
                       "a part of it"),
     QT_TRANSLATE_NOOP("models", "If it matters who did it, look into the portal's action center.")},
    {"interrupted"_L1, QT_TRANSLATE_NOOP("models", "the program ended while it was being sent"), ""},
    {"settledByPerson"_L1, QT_TRANSLATE_NOOP("models", "a person closed it"), ""},
    {"factsRead"_L1, QT_TRANSLATE_NOOP("models", "its facts have been read"), ""},
    {"factsTooOld"_L1, QT_TRANSLATE_NOOP("models", "its facts had become too old"), ""},
};

const Reason *find(std::span<const Reason> reasons, const QString &code)
{
    for (const Reason &reason : reasons) {
        if (reason.code == code)
            return &reason;
    }
    return nullptr;
}

QString wordedDetail(const QString &reason, const QString &detail)
{
    if (reason == "notInCloudMailbox"_L1)
        return name(domain::word<domain::MailLocation>(detail));
    return shown(detail);
}

} // namespace

QString reasonText(const QString &reason, const QString &detail)
{
    const Reason *rule = find(rules, reason);
    if (!rule)
        return {};
    const QString why = tr(rule->why);
    if (!why.contains("%1"_L1))
        return why;
    const QString worded = wordedDetail(reason, detail);
    if (worded.isEmpty() && why.endsWith(": %1"_L1)) // nothing to say after the colon
        return why.chopped(4);
    return why.arg(worded.isEmpty() ? tr("unknown") : worded);
}

QString reasonStep(const QString &reason)
{
    const Reason *rule = find(rules, reason);
    return rule && *rule->next ? tr(rule->next) : QString();
}

} // namespace models
