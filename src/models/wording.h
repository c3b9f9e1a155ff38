// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every sentence that is made from a value: errors, decisions and their states, facts, the state of a pull. Each is whole,
// translatable, and safe to show: parts from outside have passed displayPlain(). Any thread.

#include "domain/engine.h"
#include "domain/filter.h"
#include "domain/pendingaction.h"
#include "domain/rules.h"
#include "store/ledgerreader.h"

#include "timetext.h"

#include <QString>

namespace models {

// What was tried, why it failed, what to do next: one line.
[[nodiscard]] QString sentence(const domain::Error &error);
[[nodiscard]] QString sentence(const domain::FilterError &error);
[[nodiscard]] QString nextStep(const domain::Error &error); // the last part alone; may be empty

// Words of the vocabularies, capitalised; a word of tomorrow as the service wrote it; "Not set" for none.
[[nodiscard]] QString name(const domain::Word<domain::IncidentStatus> &status);
[[nodiscard]] QString name(const domain::Word<domain::AlertStatus> &status);
[[nodiscard]] QString name(const domain::Word<domain::Severity> &severity);
[[nodiscard]] QString name(const domain::Word<domain::Classification> &classification);
[[nodiscard]] QString name(const domain::Word<domain::Determination> &determination);
[[nodiscard]] QString name(const domain::Word<domain::Verdict> &verdict);
[[nodiscard]] QString name(const domain::Word<domain::RemediationStatus> &status);
[[nodiscard]] QString name(const domain::Word<domain::InvestigationState> &state);
[[nodiscard]] QString name(const domain::Word<domain::ServiceSource> &source);
[[nodiscard]] QString name(const domain::Word<domain::MailLocation> &location);
[[nodiscard]] QString name(domain::MailAction action); // "Soft delete"
[[nodiscard]] QString name(domain::ActionKind kind); // "Mail", "Mail cluster", "Inbox rule"
[[nodiscard]] QString name(domain::DecisionKind kind); // "Approve"
[[nodiscard]] QString name(domain::DecisionState state); // "Sent, not confirmed"
[[nodiscard]] QString name(domain::ExecutorKind executor);
[[nodiscard]] QString name(const domain::Judgement &judgement); // "True positive – Phishing"
[[nodiscard]] QString evidenceTypeName(const QString &type); // "Mail message"; an unknown type in words of its own name
[[nodiscard]] QString whatItDoes(domain::MailAction action); // where the mail goes and whether it can be brought back

// Pending actions: what is inferred says so.
[[nodiscard]] QString recommendation(const domain::PendingAction &action); // "Soft delete (inferred)", "None"
[[nodiscard]] QString recommendationReason(const QString &reason); // why it is recommended, or why nothing is
[[nodiscard]] QString mailCount(qint64 mails); // "12,000 mails"

// Decisions.
[[nodiscard]] QString whatWasDecided(const domain::Decision &decision); // "Soft delete 1 mail", "Assign to ada@…"
[[nodiscard]] QString stateSentence(const domain::Decision &decision,
                                    const TimeText &times); // state, reason, what next
[[nodiscard]] QString historySentence(const store::HistoryEntry &entry); // "Sent", "Answered: accepted", …

// Facts and their differences.
[[nodiscard]] QString factName(const QString &name); // "Latest location of a mail to ada@…"
[[nodiscard]] QString factValue(const QString &name, const QString &value);
[[nodiscard]] QString sentence(const domain::FactDifference &difference);
[[nodiscard]] QString factSource(const domain::Fact &fact, const TimeText &times,
                                 domain::Moment now); // "by hunting, 12 min ago"

// The engine.
[[nodiscard]] QString sentence(const domain::PullState &state, const TimeText &times, domain::Moment now);
[[nodiscard]] QString sentence(const domain::BudgetState &budget, domain::Moment now);
[[nodiscard]] QString sessionSentence(const domain::Capabilities &capabilities); // who, what is not possible and why
[[nodiscard]] QString sentence(const store::ChainReport &report);

} // namespace models
