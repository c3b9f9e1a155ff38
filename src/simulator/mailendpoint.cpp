// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailendpoint.h"

#include "accessrules.h"
#include "graphanswer.h"
#include "listquery.h"
#include "mailjson.h"
#include "odatafilter.h"
#include "organisation.h"
#include "random.h"

#include <QJsonDocument>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int idSegment = 3;
constexpr int partSegment = 4;
constexpr int mostDays = 30; // retention
constexpr quint64 bulkStream = 60;

ListRules listRules()
{
    return {.typeName = "microsoft.graph.security.analyzedEmail"_L1,
            .context = "security/collaboration/analyzedEmails"_L1,
            .topCap = 1000,
            .page = 100,
            .skips = false,
            .orders = false,
            .selects = false};
}

// A plain query parameter; a date without time names its first moment.
Result<Ticks> readTime(const Request &request, const QString &name, Ticks otherwise)
{
    if (!request.hasParameter(name)) {
        return otherwise;
    }
    const auto time = parseStamp(request.parameter(name));
    if (!time) {
        return Failure {u"The parameter '%1' is not a date."_s.arg(name)};
    }
    return *time;
}

} // namespace

MailEndpoint::MailEndpoint(Organisation &org)
    : m_org(org)
{
}

Response MailEndpoint::answer(const GraphCall &call)
{
    const bool remediates = call.is(idSegment, "remediate"_L1) && call.segments.size() == 4;
    const QString refusal = refusalOf(call.caller, remediates ? Operation::RemediateMails : Operation::ReadMails);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Forbidden"_s, refusal);
    }
    if (!call.hasMethod(remediates ? "POST" : "GET")) {
        return call.wrongMethod();
    }
    if (remediates) {
        return remediate(call);
    }
    return call.segments.size() == 3 ? list(call) : get(call);
}

Result<QList<quint32>> MailEndpoint::find(const Request &request, const QString &filter) const
{
    constexpr std::array properties {FilterProperty {"networkMessageId"_L1}, FilterProperty {"recipientEmailAddress"_L1}};
    const Ticks now = m_org.clock.now();
    const auto from = readTime(request, u"startTime"_s, now - m_org.switches.number("analyzedEmailsDays"_L1) * oneDay);
    const auto to = readTime(request, u"endTime"_s, now + 1);
    if (!from || !to) {
        return Failure {from ? to.error() : from.error()};
    }
    if (*to < *from) {
        return Failure {u"The parameter 'endTime' lies before 'startTime'."_s};
    }
    const auto parsed = filter.trimmed().isEmpty()
        ? Result<ODataFilter>(ODataFilter())
        : ODataFilter::parse(filter, properties, "microsoft.graph.security.analyzedEmail"_L1);
    if (!parsed) {
        return Failure {parsed.error()};
    }
    QList<quint32> found;
    for (quint32 i = m_org.mails.deliveryCount(); i > 0; --i) {
        const quint32 delivery = i - 1;
        const Mail &mail = m_org.mails.mailOf(delivery);
        if (mail.received < std::max(*from, now - mostDays * oneDay) || mail.received >= *to) {
            continue;
        }
        const bool match = parsed->matches([&](int property) -> FilterValue {
            return {.text = property == 0 ? QStringView(mail.networkMessageId)
                                          : QStringView(m_org.mails.delivery(delivery).recipient)};
        });
        if (match) {
            found.append(delivery);
        }
    }
    return found;
}

Response MailEndpoint::list(const GraphCall &call) const
{
    const ListRules rules = listRules();
    const auto query = readListQuery(call.request, rules, m_org.switches);
    if (!query) {
        return call.badRequest(query.error());
    }
    const auto found = find(call.request, query->filter);
    if (!found) {
        return call.badRequest(found.error());
    }
    const PagePlan plan = planPage(call.request, *query, rules, found->size(), m_org.switches);
    QList<QByteArray> items;
    for (const quint32 delivery : found->mid(plan.first, plan.count)) {
        items.append(QJsonDocument(analyzedEmail(m_org.mails, delivery, m_org.switches)).toJson(QJsonDocument::Compact));
    }
    return pageAnswer(call, rules, *query, plan, found->size(), items);
}

Response MailEndpoint::get(const GraphCall &call) const
{
    const auto delivery = m_org.mails.findReport(call.segment(idSegment));
    if (!delivery) {
        return call.notFound();
    }
    const ListRules rules {.typeName = "microsoft.graph.security.analyzedEmail"_L1, .selects = false};
    if (const auto query = readEntityQuery(call.request, rules, m_org.switches); !query) {
        return call.badRequest(query.error());
    }
    const QString path = u"security/collaboration/analyzedEmails"_s;
    if (call.segments.size() == 4) {
        QJsonObject item = analyzedEmail(m_org.mails, *delivery, m_org.switches);
        item.insert(u"@odata.context"_s, call.context(path + u"/$entity"_s));
        return jsonAnswer(item);
    }
    const Mail &mail = m_org.mails.mailOf(*delivery);
    const bool urls = call.is(partSegment, "urls"_L1);
    if (call.segments.size() > 5 || (!urls && !call.is(partSegment, "attachments"_L1))) {
        return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segment(partSegment)));
    }
    return jsonAnswer(QJsonObject {
        {u"@odata.context"_s, call.context(path + u"('"_s + call.segment(idSegment) + u"')/"_s + call.segment(partSegment))},
        {u"value"_s, urls ? analyzedUrls(mail) : analyzedAttachments(mail)}});
}

Response MailEndpoint::remediate(const GraphCall &call)
{
    const auto body = call.bodyObject();
    if (!body) {
        return call.badRequest(body.error());
    }
    const QString approver = (*body)[u"approverUpn"].toString();
    const bool mayApprove = !call.beta || approver.isEmpty() || !m_org.switches.on("approverChecked"_L1)
        || m_org.people.rolesOf(approver).contains("Search and Purge"_L1);
    if (!mayApprove) {
        return call.error(403, u"Forbidden"_s,
                          u"The approver '%1' does not have the role 'Search and Purge'."_s.arg(approver));
    }
    auto read = readRemediation(*body, call.beta, m_org);
    if (!read) {
        return call.badRequest(read.error());
    }
    RemediationOrder order = read.take();
    const QString problem = remediationProblem(m_org, order);
    if (!problem.isEmpty()) {
        return call.badRequest(problem);
    }
    QJsonObject detail = *body;
    const QString bulkId =
        Random(m_org.seed, {bulkStream, static_cast<quint64>(m_org.effects.count())}).guid();
    detail.insert(u"bulkId"_s, bulkId);
    order.actor = call.caller.appId;
    order.effect = m_org.effects.add(m_org.clock.now(), call.request, call.caller, u"remediate"_s, bulkId, detail);
    startRemediation(m_org, order);
    Response answer;
    answer.status = 202;
    // a page of the portal, and not encoded: that is how the service sends it
    answer.headers = {{"Location",
                       QString(u"https://security.microsoft.com/action-center/history?filters={\"bulkId\":[\""_s + bulkId
                               + u"\"]}&tid="_s + m_org.tenantId)
                           .toUtf8()},
                      {"Content-Type", "application/json;text/plain"}};
    return answer;
}

} // namespace simulator
