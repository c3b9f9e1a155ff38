// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"
#include "wordingtext.h"

#include <span>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct TypeName {
    QLatin1StringView type;
    const char *name;
};

constexpr TypeName typeNames[] = {
    {"analyzedMessageEvidence"_L1, QT_TRANSLATE_NOOP("models", "Mail")},
    {"mailClusterEvidence"_L1, QT_TRANSLATE_NOOP("models", "Mail cluster")},
    {"mailboxEvidence"_L1, QT_TRANSLATE_NOOP("models", "Mailbox")},
    {"mailboxConfigurationEvidence"_L1, QT_TRANSLATE_NOOP("models", "Mailbox setting")},
    {"submissionMailEvidence"_L1, QT_TRANSLATE_NOOP("models", "Reported mail")},
    {"teamsMessageEvidence"_L1, QT_TRANSLATE_NOOP("models", "Teams message")},
    {"urlEvidence"_L1, QT_TRANSLATE_NOOP("models", "URL")},
    {"userEvidence"_L1, QT_TRANSLATE_NOOP("models", "User")},
    {"securityGroupEvidence"_L1, QT_TRANSLATE_NOOP("models", "Security group")},
    {"ipEvidence"_L1, QT_TRANSLATE_NOOP("models", "IP address")},
    {"fileEvidence"_L1, QT_TRANSLATE_NOOP("models", "File")},
    {"fileHashEvidence"_L1, QT_TRANSLATE_NOOP("models", "File hash")},
    {"malwareEvidence"_L1, QT_TRANSLATE_NOOP("models", "Malware")},
    {"deviceEvidence"_L1, QT_TRANSLATE_NOOP("models", "Device")},
    {"processEvidence"_L1, QT_TRANSLATE_NOOP("models", "Process")},
    {"registryKeyEvidence"_L1, QT_TRANSLATE_NOOP("models", "Registry key")},
    {"registryValueEvidence"_L1, QT_TRANSLATE_NOOP("models", "Registry value")},
    {"oauthApplicationEvidence"_L1, QT_TRANSLATE_NOOP("models", "OAuth application")},
    {"cloudApplicationEvidence"_L1, QT_TRANSLATE_NOOP("models", "Cloud application")},
    {"servicePrincipalEvidence"_L1, QT_TRANSLATE_NOOP("models", "Service principal")},
    {"azureResourceEvidence"_L1, QT_TRANSLATE_NOOP("models", "Azure resource")},
    {"cloudLogonSessionEvidence"_L1, QT_TRANSLATE_NOOP("models", "Cloud sign-in")},
    {"hostLogonSessionEvidence"_L1, QT_TRANSLATE_NOOP("models", "Sign-in on a device")},
    {"dnsEvidence"_L1, QT_TRANSLATE_NOOP("models", "DNS")},
};

struct ReasonName {
    QLatin1StringView reason;
    const char *sentence;
};

constexpr ReasonName recommendationReasons[] = {
    {"malware"_L1, QT_TRANSLATE_NOOP("models", "The mail carries malware.")},
    {"highConfidencePhish"_L1, QT_TRANSLATE_NOOP("models", "The mail is phishing with high confidence.")},
    {"maliciousUrl"_L1, QT_TRANSLATE_NOOP("models", "The mail is malicious, and so is a URL that belongs to it.")},
    {"maliciousFile"_L1, QT_TRANSLATE_NOOP("models", "The mail is malicious, and so is a file that belongs to it.")},
    {"notMail"_L1, QT_TRANSLATE_NOOP("models", "Nothing is recommended: only mail can be acted upon from here.")},
    {"verdictClean"_L1,
     QT_TRANSLATE_NOOP("models", "Nothing is recommended: the investigation found no threat in it.")},
    {"spamOrPhish"_L1,
     QT_TRANSLATE_NOOP("models",
                       "Nothing is recommended: spam and ordinary phishing do not call for a removal by themselves.")},
    {"nothingMaliciousKnown"_L1,
     QT_TRANSLATE_NOOP(
         "models",
         "Nothing is recommended: no malware, no high-confidence phishing, no malicious URL or file is known in it.")},
};

// "quantumResourceEvidence" to "Quantum resource"
QString inOwnWords(const QString &type)
{
    QString words;
    const QString own = type.endsWith("Evidence"_L1) && type.size() > 8 ? type.chopped(8) : type;
    for (const QChar c : own) {
        if (c.isUpper() && !words.isEmpty())
            words += u' ';
        words += words.isEmpty() ? c.toUpper() : c.toLower();
    }
    return words;
}

} // namespace

QString evidenceTypeName(const QString &type)
{
    for (const TypeName &known : typeNames) {
        if (type.compare(known.type, Qt::CaseInsensitive) == 0)
            return tr(known.name);
    }
    return shown(inOwnWords(type), 80);
}

QString recommendationReason(const QString &reason)
{
    for (const ReasonName &known : recommendationReasons) {
        if (reason == known.reason)
            return tr(known.sentence);
    }
    return tr("Nothing is recommended.");
}

QString recommendation(const domain::PendingAction &action)
{
    return action.recommended ? tr("%1 (inferred)").arg(name(*action.recommended)) : tr("None");
}

QString mailCount(qint64 mails)
{
    return counted(QT_TRANSLATE_NOOP("models", "1 mail"), QT_TRANSLATE_N_NOOP("models", "%Ln mails"), mails);
}

QString name(domain::MailAction action)
{
    switch (action) {
    case domain::MailAction::MoveToInbox: return tr("Move to inbox");
    case domain::MailAction::MoveToJunk: return tr("Move to junk");
    case domain::MailAction::MoveToDeletedItems: return tr("Move to deleted items");
    case domain::MailAction::SoftDelete: return tr("Soft delete");
    case domain::MailAction::HardDelete: return tr("Hard delete");
    case domain::MailAction::Other: break;
    }
    return tr("Unknown action");
}

QString whatItDoes(domain::MailAction action)
{
    switch (action) {
    case domain::MailAction::MoveToInbox: return tr("The mail goes to the inbox, where its reader finds it.");
    case domain::MailAction::MoveToJunk: return tr("The mail goes to the junk folder; its reader can take it back.");
    case domain::MailAction::MoveToDeletedItems:
        return tr("The mail goes to the deleted items; its reader can take it back.");
    case domain::MailAction::SoftDelete:
        return tr(
            "The mail goes to the recoverable items; it can be moved back to the inbox from here while it is kept there.");
    case domain::MailAction::HardDelete:
        return tr("The mail is deleted with its calendar entry; only an administrator may be able to recover it.");
    case domain::MailAction::Other: break;
    }
    return {};
}

QString name(domain::ActionKind kind)
{
    switch (kind) {
    case domain::ActionKind::MailMessage: return tr("Mail");
    case domain::ActionKind::MailCluster: return tr("Mail cluster");
    case domain::ActionKind::InboxRule: return tr("Inbox rule");
    case domain::ActionKind::MailForwarding: return tr("Forwarding of mail");
    case domain::ActionKind::MailDelegation: return tr("Delegation of a mailbox");
    case domain::ActionKind::Url: return tr("URL");
    case domain::ActionKind::User: return tr("User");
    case domain::ActionKind::Device: return tr("Device");
    case domain::ActionKind::File: return tr("File");
    case domain::ActionKind::Other: break;
    }
    return tr("Other entity");
}

} // namespace models
