// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailendpoint.h"

#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

// The service takes a boolean and, as its own sample does, the text of one.
bool isBoolean(const QJsonValue &value)
{
    const QString text = value.toString();
    return value.isBool() || text.compare("true"_L1, Qt::CaseInsensitive) == 0
        || text.compare("false"_L1, Qt::CaseInsensitive) == 0;
}

QString problemOf(const QJsonObject &body, bool beta, const Organisation &org)
{
    QStringList known {u"displayName"_s, u"description"_s, u"severity"_s, u"action"_s, u"remediateSendersCopy"_s, u"analyzedEmails"_s};
    if (beta) {
        known.append(u"approverUpn"_s);
    }
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (!known.contains(member.key()) && !member.key().startsWith("@odata."_L1)) {
            return u"The parameter '%1' is not a parameter of the action 'remediate'."_s.arg(member.key());
        }
    }
    for (const QString &name : {u"displayName"_s, u"description"_s, u"severity"_s, u"action"_s}) {
        if (!body[name].isString() || (name != "description"_L1 && body[name].toString().isEmpty())) {
            return u"The property '%1' is required."_s.arg(name);
        }
    }
    const QStringList severities {u"low"_s, u"medium"_s, u"high"_s};
    if (!severities.contains(body[u"severity"].toString(), Qt::CaseInsensitive)) {
        return u"Invalid value '%1' for severity."_s.arg(body[u"severity"].toString());
    }
    const auto action = readMailAction(body[u"action"].toString());
    if (!action || (*action == MailAction::MoveToQuarantine && !org.switches.on("moveToQuarantine"_L1))) {
        return u"Invalid value '%1' for action."_s.arg(body[u"action"].toString());
    }
    if (!isBoolean(body[u"remediateSendersCopy"])) {
        return u"The property 'remediateSendersCopy' must be a boolean."_s;
    }
    if (body[u"analyzedEmails"].toArray().isEmpty()) {
        return u"The property 'analyzedEmails' must hold at least one item."_s;
    }
    return {};
}

std::optional<MailTarget> readTarget(const QJsonObject &item, bool beta, const Organisation &org)
{
    if (beta) {
        const auto delivery = org.mails.findReport(item[u"id"].toString());
        return delivery ? std::optional(MailTarget {org.mails.mailOf(*delivery).networkMessageId,
                                                    org.mails.delivery(*delivery).recipient})
                        : std::nullopt;
    }
    MailTarget target {item[u"networkMessageId"].toString(), item[u"recipientEmailAddress"].toString()};
    return target.networkMessageId.isEmpty() || target.recipient.isEmpty() ? std::nullopt : std::optional(target);
}

} // namespace

Result<RemediationOrder> readRemediation(const QJsonObject &body, bool beta, const Organisation &org)
{
    const QString problem = problemOf(body, beta, org);
    if (!problem.isEmpty()) {
        return Failure {problem};
    }
    RemediationOrder order;
    order.action = *readMailAction(body[u"action"].toString());
    order.name = body[u"displayName"].toString();
    const QJsonArray items = body[u"analyzedEmails"].toArray();
    for (const QJsonValue &item : items) {
        const auto target = readTarget(item.toObject(), beta, org);
        if (!target) {
            return Failure {u"An item of 'analyzedEmails' does not name a mail and a recipient."_s};
        }
        order.targets.append(*target);
    }
    return order;
}

} // namespace simulator
