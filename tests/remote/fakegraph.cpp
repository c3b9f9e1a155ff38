// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fakegraph.h"

#include "domain/evidencekey.h"
#include "domain/pendingaction.h"
#include "domain/rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace casemate::test {

namespace {

const QString tenantId = u"11111111-2222-3333-4444-555555555555"_s;

domain::Cloud graphCloud()
{
    domain::Cloud cloud;
    cloud.name = u"global"_s;
    cloud.login = QUrl(u"https://login.microsoftonline.com"_s);
    cloud.graph = QUrl(u"https://graph.microsoft.com"_s);
    cloud.portal = QUrl(u"https://security.microsoft.com"_s);
    return cloud;
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

remote::HttpAnswer good(const QByteArray &body, int status = 200)
{
    return {status, {{"request-id", "r-1"}, {"Date", "Wed, 25 Feb 2026 16:31:33 GMT"}}, body};
}

QByteArray header(const remote::HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

QJsonObject pendingEvidence()
{
    return {{u"@odata.type"_s, u"#microsoft.graph.security.analyzedMessageEvidence"_s},
            {u"createdDateTime"_s, u"2026-02-25T16:00:00Z"_s},
            {u"verdict"_s, u"malicious"_s},
            {u"remediationStatus"_s, u"pendingApproval"_s},
            {u"networkMessageId"_s, u"n1"_s},
            {u"recipientEmailAddress"_s, u"a@b.example"_s},
            {u"subject"_s, u"Invoice"_s}};
}

} // namespace

void FakeGraph::Tokens::token(remote::Identity identity, const remote::Secret &, QObject *asker,
                              std::function<void(domain::Result<remote::Secret>)> answer)
{
    const bool isPerson = identity == remote::Identity::Analyst;
    domain::Answer<remote::Secret>(asker, std::move(answer))(remote::Secret(isPerson ? "analyst" : "application"));
}

FakeGraph::FakeGraph()
    : incident {{u"id"_s, u"29"_s},
                {u"tenantId"_s, tenantId},
                {u"createdDateTime"_s, u"2026-02-25T16:00:00Z"_s},
                {u"lastUpdateDateTime"_s, u"2026-02-25T16:29:33.1234567Z"_s},
                {u"status"_s, u"active"_s},
                {u"severity"_s, u"high"_s},
                {u"displayName"_s, u"Phish"_s},
                {u"customTags"_s, QJsonArray {u"vip"_s}}}
    , places {{u"n1/a@b.example"_s, u"inbox_folder"_s}, {u"n1/c@b.example"_s, u"junkFolder"_s}}
    , m_transport([this](const remote::HttpRequest &request) { return answer(request); })
    , m_budget(m_clock)
    , m_client(graphCloud(), m_transport, m_tokens, m_budget, m_clock)
    , m_decoder(tenantId)
{
}

qsizetype FakeGraph::writes() const
{
    const QList<remote::HttpRequest> &all = m_transport.requests();
    return std::count_if(all.begin(), all.end(), [](const remote::HttpRequest &request) {
        return !request.isGet() && !request.url.path().endsWith("runHuntingQuery"_L1);
    });
}

QByteArray FakeGraph::incidentJson(bool withAlerts) const
{
    QJsonObject object = incident;
    QJsonArray list;
    for (const QString &comment : comments)
        list.append(QJsonObject {{u"comment"_s, comment}});
    object.insert(u"comments"_s, list);
    if (withAlerts) {
        object.insert(u"alerts"_s,
                      QJsonArray {QJsonObject {{u"id"_s, u"da1"_s},
                                               {u"incidentId"_s, u"29"_s},
                                               {u"createdDateTime"_s, u"2026-02-25T16:00:00Z"_s},
                                               {u"lastUpdateDateTime"_s, u"2026-02-25T16:10:00Z"_s},
                                               {u"evidence"_s, QJsonArray {pendingEvidence()}}}});
    }
    return json(object);
}

remote::HttpAnswer FakeGraph::answer(const remote::HttpRequest &request)
{
    if (nextAnswer)
        return *std::exchange(nextAnswer, std::nullopt);
    const QString path = request.url.path();
    if (path.startsWith("/v1.0/security/incidents/29"_L1))
        return incidentAnswer(request);
    if (path.startsWith("/v1.0/security/collaboration/analyzedEmails"_L1))
        return mailAnswer(request);
    if (path == "/v1.0/security/runHuntingQuery"_L1)
        return huntingAnswer(request);
    return {404, {}, R"({"error":{"code":"NotFound","message":"no such thing"}})"};
}

remote::HttpAnswer FakeGraph::incidentAnswer(const remote::HttpRequest &request)
{
    if (header(request, "Authorization") != "Bearer analyst")
        return {403, {}, R"({"error":{"code":"Forbidden"}})"};
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "PATCH") {
        patches.append(body);
        for (auto change = body.begin(); change != body.end(); ++change)
            incident.insert(change.key(), *change);
    } else if (request.method == "POST") {
        comments.append(body.value("comment"_L1).toString());
        return good("{\"value\":[]}");
    }
    return good(incidentJson(request.url.query().contains("expand=alerts"_L1)));
}

remote::HttpAnswer FakeGraph::mailAnswer(const remote::HttpRequest &request)
{
    if (header(request, "Authorization") != "Bearer application")
        return {403, {}, R"({"error":{"code":"Forbidden"}})"};
    if (request.method == "POST") {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        remediations.append(body);
        const QJsonArray emails = body.value("analyzedEmails"_L1).toArray();
        for (const QJsonValue &email : emails) {
            const QString key =
                email[u"networkMessageId"_s].toString() + u'/' + email[u"recipientEmailAddress"_s].toString();
            if (movesMails)
                places.insert(key, u"deletedFolder"_s);
        }
        remote::HttpAnswer accepted = good({}, 202);
        accepted.headers.emplaceBack(
            "Location",
            "https://security.microsoft.com/action-center/history?filters={\"bulkId\":[\"bulk-0001\"]}&tid=t");
        return accepted;
    }
    const QString filter = QUrlQuery(request.url).queryItemValue(u"$filter"_s, QUrl::FullyDecoded);
    QJsonArray emails;
    for (auto place = places.begin(); place != places.end(); ++place) {
        const QString message = place.key().section(u'/', 0, 0);
        const QString recipient = place.key().section(u'/', 1);
        const bool isWanted = filter.contains(QString(u'\'' + message + u'\''))
            && (!filter.contains("recipientEmailAddress"_L1) || filter.contains(QString(u'\'' + recipient + u'\'')));
        if (isWanted)
            emails.append(QJsonObject {{u"networkMessageId"_s, message},
                                       {u"recipientEmailAddress"_s, recipient},
                                       {u"latestDelivery"_s, QJsonObject {{u"location"_s, *place}}}});
    }
    return good(json({{u"value"_s, emails}}));
}

remote::HttpAnswer FakeGraph::huntingAnswer(const remote::HttpRequest &request) const
{
    if (!mayHunt)
        return {403, {}, R"({"error":{"code":"Forbidden"}})"};
    QJsonArray rows;
    if (QJsonDocument::fromJson(request.body).object().value("Query"_L1).toString().startsWith("EmailEvents"_L1)) {
        for (auto place = places.begin(); place != places.end(); ++place) {
            rows.append(QJsonObject {{u"Timestamp"_s, u"2026-02-25T15:00:00Z"_s},
                                     {u"NetworkMessageId"_s, place.key().section(u'/', 0, 0)},
                                     {u"RecipientEmailAddress"_s, place.key().section(u'/', 1)},
                                     {u"LatestDeliveryLocation"_s, *place}});
        }
    }
    return good(json({{u"schema"_s, QJsonArray()}, {u"results"_s, rows}}));
}

domain::Decision decision(domain::DecisionKind kind, const QString &value)
{
    domain::Decision result;
    result.id = {u"d-0001"_s};
    result.kind = kind;
    result.incident = {u"29"_s};
    result.tenantId = tenantId;
    result.oid = u"oid"_s;
    result.upn = u"ada@contoso.example"_s;
    result.value = value;
    return result;
}

domain::Decision approval()
{
    domain::Decision result = decision(domain::DecisionKind::ApproveAction);
    result.executor = domain::ExecutorKind::MailRemediation;
    result.mailAction = domain::MailAction::SoftDelete;
    result.targets = {{u"n1"_s, u"a@b.example"_s}, {u"n1"_s, u"c@b.example"_s}};
    result.action =
        domain::pendingActionId(tenantId, domain::evidenceKey(u"analyzedMessageEvidence"_s, pendingEvidence()));
    const auto time = domain::Moment::parse(u"2026-02-25T16:31:33Z");
    result.facts = {{domain::latestLocationFact(result.targets.at(0)), u"inbox_folder"_s, u"analyzedEmail"_s, time},
                    {domain::latestLocationFact(result.targets.at(1)), u"junkFolder"_s, u"analyzedEmail"_s, time}};
    return result;
}

} // namespace casemate::test
