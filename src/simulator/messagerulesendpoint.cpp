// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagerulesendpoint.h"

#include "accessrules.h"
#include "air.h"
#include "graphanswer.h"
#include "listquery.h"
#include "organisation.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

ListRules messageRuleRules()
{
    return {.typeName = "microsoft.graph.messageRule"_L1,
            .context = "users/mailFolders/inbox/messageRules"_L1,
            .topCap = 1000,
            .page = 100,
            .orders = false,
            .filters = false,
            .properties = {u"id"_s, u"displayName"_s, u"sequence"_s, u"isEnabled"_s, u"hasError"_s, u"isReadOnly"_s,
                           u"conditions"_s, u"actions"_s, u"exceptions"_s}};
}

// Every mailbox is a person's with a licence; accounts of guests and of the directory have none.
bool hasMailbox(const Person &owner, const Organisation &org)
{
    for (int i = 0; i < org.people.size(); ++i) {
        if (&org.people.at(i) == &owner) {
            return true;
        }
    }
    return false;
}

QString contextOf(const Person &owner)
{
    return u"users('%1')/mailFolders('inbox')/messageRules"_s.arg(owner.objectId);
}

class RuleCall {
public:
    RuleCall(const GraphCall &call, int at, Organisation &org, const Person &owner)
        : m_call(call)
        , m_at(at)
        , m_org(org)
        , m_owner(owner)
    {
    }

    Response answer();

private:
    [[nodiscard]] Response list() const;
    [[nodiscard]] Response entity(const QJsonObject &rule) const;
    Response update(QJsonObject rule);
    Response remove(const QString &id);
    void note(const QString &kind, const QString &id, const QJsonObject &detail);

    const GraphCall &m_call;
    int m_at;
    Organisation &m_org;
    const Person &m_owner;
};

Response RuleCall::answer()
{
    const QString refusal = refusalOf(m_call.caller, m_call.hasMethod("GET") ? Operation::ReadMessageRules : Operation::WriteMessageRules);
    const bool isForeign = !m_call.caller.application && m_call.caller.objectId != m_owner.objectId
        && m_call.caller.userPrincipalName.compare(m_owner.upn, Qt::CaseInsensitive) != 0;
    if (!refusal.isEmpty() || isForeign) {
        return m_call.error(403, u"ErrorAccessDenied"_s, u"Access is denied. Check credentials and try again."_s);
    }
    if (!hasMailbox(m_owner, m_org)) {
        return m_call.error(404, u"MailboxNotEnabledForRESTAPI"_s,
                            u"The mailbox is either inactive, soft-deleted, or is hosted on-premise."_s);
    }
    const qsizetype size = m_call.segments.size();
    if (!m_call.is(m_at + 1, "inbox"_L1)) {
        return m_call.error(400, u"ErrorInvalidIdMalformed"_s, u"Id is malformed."_s);
    }
    if (!m_call.is(m_at + 2, "messageRules"_L1) || size > m_at + 4) {
        return m_call.badRequest(u"Resource not found for the segment '%1'."_s.arg(m_call.segments.last()));
    }
    if (size == m_at + 3) {
        return m_call.hasMethod("GET") ? list() : m_call.wrongMethod();
    }
    const QJsonObject rule = m_org.mailboxRules.find(m_owner.upn, m_call.segment(m_at + 3));
    if (rule.isEmpty()) {
        return m_call.error(404, u"ErrorItemNotFound"_s, u"The specified object was not found in the store."_s);
    }
    return m_call.hasMethod("GET") ? entity(rule)
        : m_call.hasMethod("PATCH")  ? update(rule)
        : m_call.hasMethod("DELETE") ? remove(rule[u"id"].toString())
                                     : m_call.wrongMethod();
}

Response RuleCall::list() const
{
    const ListRules rules = messageRuleRules();
    const auto query = readListQuery(m_call.request, rules, m_org.switches);
    if (!query) {
        return m_call.badRequest(query.error());
    }
    const QJsonArray all = m_org.mailboxRules.list(m_owner.upn);
    const PagePlan plan = planPage(m_call.request, *query, rules, all.size(), m_org.switches);
    QList<QByteArray> items;
    for (int i = 0; i < plan.count; ++i) {
        items.append(QJsonDocument(selectedMembers(all.at(plan.first + i).toObject(), query->select)).toJson(QJsonDocument::Compact));
    }
    return pageAnswer(m_call, rules, *query, plan, all.size(), items);
}

Response RuleCall::entity(const QJsonObject &rule) const
{
    QJsonObject answer = rule;
    answer.insert(u"@odata.context"_s, m_call.context(contextOf(m_owner) + u"/$entity"_s));
    return jsonAnswer(answer);
}

Response RuleCall::update(QJsonObject rule)
{
    const auto body = m_call.bodyObject();
    if (!body) {
        return m_call.badRequest(body.error());
    }
    const QStringList writable {u"displayName"_s, u"sequence"_s, u"isEnabled"_s, u"conditions"_s, u"actions"_s, u"exceptions"_s};
    for (auto member = body->begin(); member != body->end(); ++member) {
        if (member.key().startsWith("@odata."_L1)) {
            continue;
        }
        const bool fits = member.key() == "isEnabled"_L1 ? member.value().isBool()
            : member.key() == "sequence"_L1              ? member.value().isDouble()
            : member.key() == "displayName"_L1           ? member.value().isString()
                                                         : member.value().isObject() || member.value().isNull();
        if (!writable.contains(member.key()) || !fits) {
            return m_call.error(400, u"ErrorInvalidRequest"_s, u"The property '%1' is read-only, does not exist, or has a value of the wrong type."_s.arg(member.key()));
        }
        rule.insert(member.key(), member.value());
    }
    m_org.mailboxRules.replace(m_owner.upn, rule);
    note(u"updateMessageRule"_s, rule[u"id"].toString(), *body);
    if (!rule[u"isEnabled"].toBool()) {
        clearPendingRule(m_org, m_owner.upn, rule[u"id"].toString());
    }
    return entity(rule);
}

Response RuleCall::remove(const QString &id)
{
    m_org.mailboxRules.remove(m_owner.upn, id);
    note(u"deleteMessageRule"_s, id, {});
    clearPendingRule(m_org, m_owner.upn, id);
    return {204, {}, {}};
}

void RuleCall::note(const QString &kind, const QString &id, const QJsonObject &detail)
{
    m_org.effects.add(m_org.clock.now(), m_call.request, m_call.caller, kind, QString(m_owner.upn + u'/' + id), detail);
}

} // namespace

Response answerMessageRules(const GraphCall &call, int at, Organisation &org, const Person *owner)
{
    if (owner == nullptr) {
        return call.error(404, u"ErrorInvalidUser"_s, u"The requested user '%1' is invalid."_s.arg(call.segment(1)));
    }
    return RuleCall(call, at, org, *owner).answer();
}

void clearPendingRule(Organisation &org, const QString &mailbox, const QString &id)
{
    for (AlertIndex alert = 0; org.switches.on("pendingCleared"_L1) && alert < org.incidents.alertCount(); ++alert) {
        if (org.incidents.alert(alert).investigation != InvestigationState::PendingApproval) {
            continue;
        }
        const int changed = changeEvidence(org, alert, [&](QJsonObject &item) {
            const bool isIt = isPendingItem(item) && item.value(u"configurationId").toString() == id
                && item.value(u"mailboxPrimaryAddress").toString().compare(mailbox, Qt::CaseInsensitive) == 0;
            if (isIt) {
                item.insert(u"remediationStatus"_s, u"remediated"_s);
            }
            return isIt;
        });
        if (changed > 0 && pendingItems(org, alert) == 0) {
            setInvestigation(org, alert, InvestigationState::SuccessfullyRemediated);
        }
    }
}

} // namespace simulator
