// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remediation.h"

#include "adminalert.h"
#include "air.h"
#include "mailwords.h"
#include "organisation.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array mailActionWords {std::pair {"moveToJunk"_L1, MailAction::MoveToJunk},
                                  std::pair {"moveToInbox"_L1, MailAction::MoveToInbox},
                                  std::pair {"moveToDeletedItems"_L1, MailAction::MoveToDeletedItems},
                                  std::pair {"softDelete"_L1, MailAction::SoftDelete},
                                  std::pair {"hardDelete"_L1, MailAction::HardDelete},
                                  std::pair {"moveToQuarantine"_L1, MailAction::MoveToQuarantine}};

enum class MoveOutcome { Success, Failure, AlreadyThere, NotFound };

QString wordOf(MoveOutcome outcome)
{
    switch (outcome) {
    case MoveOutcome::Success: return u"success"_s;
    case MoveOutcome::Failure: return u"failure"_s;
    case MoveOutcome::AlreadyThere: return u"alreadyInDestination"_s;
    case MoveOutcome::NotFound: return u"notFound"_s;
    }
    return {};
}

MailMove moveOf(const Organisation &org, MoveOutcome outcome, Place from, Place to)
{
    MailMove move {.at = org.clock.now(), .by = MailMove::By::Administrator, .action = movedWords(to), .place = to};
    if (outcome == MoveOutcome::Success) {
        move.result = u"Success"_s;
    } else if (outcome == MoveOutcome::AlreadyThere) {
        move.result = u"Already in destination"_s;
    } else {
        move.result = org.switches.value("failedWord"_L1);
        move.place = from;
    }
    return move;
}

MoveOutcome moveOne(Organisation &org, const MailTarget &target, Place to)
{
    const auto copy = org.mails.find(target.networkMessageId, target.recipient);
    if (!copy) {
        return MoveOutcome::NotFound;
    }
    const Place from = org.mails.delivery(*copy).latest;
    const MoveOutcome outcome = from == to ? MoveOutcome::AlreadyThere : remediable(from) ? MoveOutcome::Success : MoveOutcome::Failure;
    if (outcome != MoveOutcome::AlreadyThere || org.switches.on("alreadyThereRow"_L1)) {
        org.mails.move(*copy, moveOf(org, outcome, from, to));
    }
    return outcome;
}

// A cluster is done when all mails that it lists are.
bool isDone(const QJsonObject &item, const QSet<QString> &copies, const QSet<QString> &mails)
{
    const QJsonArray listed = item[u"networkMessageIds"].toArray();
    if (!listed.isEmpty()) {
        return std::all_of(listed.begin(), listed.end(), [&mails](const QJsonValue &id) {
            return mails.contains(id.toString().toLower());
        });
    }
    const QString key = item[u"networkMessageId"].toString() + u'|' + item[u"recipientEmailAddress"].toString();
    return copies.contains(key.toLower());
}

// With pendingCleared: what waits for the same mails is taken as done.
void clearPending(Organisation &org, const QList<MailTarget> &done)
{
    QSet<QString> copies;
    QSet<QString> mails;
    for (const MailTarget &target : done) {
        copies.insert(QString(target.networkMessageId + u'|' + target.recipient).toLower());
        mails.insert(target.networkMessageId.toLower());
    }
    for (AlertIndex alert = 0; alert < org.incidents.alertCount(); ++alert) {
        if (org.incidents.alert(alert).investigation != InvestigationState::PendingApproval) {
            continue;
        }
        changeEvidence(org, alert, [&copies, &mails](QJsonObject &item) {
            if (!isPendingItem(item) || !isDone(item, copies, mails)) {
                return false;
            }
            item.insert(u"remediationStatus"_s, u"remediated"_s);
            return true;
        });
        if (pendingItems(org, alert) == 0) {
            setInvestigation(org, alert, InvestigationState::SuccessfullyRemediated);
        }
    }
}

void carryOutOrder(Organisation &org, const RemediationOrder &order)
{
    const Place to = destinationOf(order.action);
    QJsonArray results;
    QList<MailTarget> done;
    for (const MailTarget &target : order.targets) {
        const MoveOutcome outcome = moveOne(org, target, to);
        results.append(QJsonObject {{u"networkMessageId"_s, target.networkMessageId},
                                    {u"recipientEmailAddress"_s, target.recipient},
                                    {u"result"_s, wordOf(outcome)}});
        if (outcome == MoveOutcome::Success || outcome == MoveOutcome::AlreadyThere) {
            done.append(target);
        }
    }
    --org.activeRemediations;
    org.mailsUnderRemediation -= order.targets.size();
    org.effects.setResults(order.effect, org.clock.now(), results);
    if (org.switches.on("pendingCleared"_L1)) {
        clearPending(org, done);
    }
    raiseAdminAlert(org, order);
}

} // namespace

std::optional<MailAction> readMailAction(const QString &word)
{
    for (const auto &[name, action] : mailActionWords) {
        if (word.compare(name, Qt::CaseInsensitive) == 0) {
            return action;
        }
    }
    return std::nullopt;
}

Place destinationOf(MailAction action)
{
    switch (action) {
    case MailAction::MoveToJunk: return Place::Junk;
    case MailAction::MoveToInbox: return Place::Inbox;
    case MailAction::MoveToDeletedItems: return Place::DeletedItems;
    case MailAction::SoftDelete: return Place::SoftDeleted;
    case MailAction::HardDelete: return Place::HardDeleted;
    case MailAction::MoveToQuarantine: return Place::Quarantine;
    }
    return Place::Unknown;
}

namespace {

// Few mails of many people, or few enough of one: Defender documentation, "Remediate malicious email".
QString spreadProblem(const RemediationOrder &order)
{
    constexpr qsizetype mostOfOne = 1000;
    constexpr double leastSpread = 0.4;
    QHash<QString, qsizetype> mails;
    for (const MailTarget &target : order.targets) {
        ++mails[target.recipient.toLower()];
    }
    const bool isSpread = static_cast<double>(mails.size()) >= leastSpread * static_cast<double>(order.targets.size());
    const bool isSmall = std::all_of(mails.begin(), mails.end(), [](qsizetype count) { return count <= mostOfOne; });
    return isSpread || isSmall ? QString()
                               : u"A remediation of more than %1 emails of one recipient must reach recipients that number at "
                                 "least 40% of the emails."_s.arg(mostOfOne);
}

} // namespace

QString remediationProblem(const Organisation &org, const RemediationOrder &order)
{
    constexpr qint64 mostMails = 1'000'000;
    if (org.mailsUnderRemediation > mostMails) {
        return u"A remediation of more than one million emails is active. No other can be started before it ends."_s;
    }
    if (const QString problem = spreadProblem(order); !problem.isEmpty()) {
        return problem;
    }
    const int itemLimit = org.switches.number("remediationItemLimit"_L1);
    if (itemLimit > 0 && order.targets.size() > itemLimit) {
        return u"At most %1 emails can be remediated in one request."_s.arg(itemLimit);
    }
    if (org.activeRemediations >= org.switches.number("activeRemediationLimit"_L1)) {
        return u"The maximum number of active remediations has been reached."_s;
    }
    return {};
}

void startRemediation(Organisation &org, const RemediationOrder &order)
{
    ++org.activeRemediations;
    org.mailsUnderRemediation += order.targets.size();
    if (org.switches.on("instantRemediation"_L1)) {
        carryOutOrder(org, order);
        return;
    }
    const Ticks due = org.clock.now() + org.switches.number("remediationDelay"_L1) * oneSecond;
    org.agenda.at(due, [&org, order] { carryOutOrder(org, order); });
}

} // namespace simulator
