// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenantcontrol.h"

#include "caseedits.h"
#include "life.h"
#include "mailwords.h"
#include "organisation.h"
#include "populate.h"
#include "portal.h"
#include "random.h"
#include "scenariofile.h"
#include "story.h"
#include "tenantreport.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

Response plain(const QJsonObject &body, int status)
{
    return {status, {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

std::optional<MailMove::By> readMover(const QString &word)
{
    return word == "user"_L1 ? std::optional(MailMove::By::User)
        : word == "zap"_L1   ? std::optional(MailMove::By::Zap)
        : word == "air"_L1   ? std::optional(MailMove::By::Automation)
        : word == "admin"_L1 ? std::optional(MailMove::By::Administrator)
                             : std::nullopt;
}

} // namespace

TenantControl::TenantControl(Organisation &org, Life &life)
    : m_org(org)
    , m_life(life)
{
}

std::optional<Response> TenantControl::answer(const Request &request)
{
    const QString path = request.path.toLower();
    std::optional<Result<QJsonObject>> result;
    if (request.method == "GET") {
        result = get(path, request);
    } else if (request.method == "POST") {
        const QJsonDocument document = QJsonDocument::fromJson(request.body.isEmpty() ? "{}" : request.body);
        if (!document.isObject()) {
            return plain({{u"error"_s, u"the body is no JSON object"_s}}, 400);
        }
        result = post(path, document.object());
    }
    if (!result) {
        return std::nullopt;
    }
    return *result ? plain(**result, 200) : plain({{u"error"_s, result->error()}}, 400);
}

std::optional<Result<QJsonObject>> TenantControl::get(const QString &path, const Request &request) const
{
    if (path == "/control/effects"_L1) {
        return QJsonObject {{u"effects"_s, m_org.effects.list(request.parameter(u"after"_s).toInt())}};
    }
    if (path == "/control/state"_L1) {
        return stateReport(m_org);
    }
    if (path == "/control/world/incidents"_L1) {
        return incidentsReport(m_org);
    }
    if (path == "/control/pending"_L1) {
        return pendingReport(m_org);
    }
    if (path == "/control/mails"_L1) {
        return mailReport(m_org, request.parameter(u"networkMessageId"_s));
    }
    if (path == "/control/switches"_L1) {
        return switchReport(m_org);
    }
    return std::nullopt;
}

std::optional<Result<QJsonObject>> TenantControl::post(const QString &path, const QJsonObject &body)
{
    if (path == "/control/clock/advance"_L1) {
        return advance(body);
    }
    if (path == "/control/switches"_L1) {
        return setSwitches(body);
    }
    if (path == "/control/mails/move"_L1) {
        return moveMail(body);
    }
    if (path == "/control/analyst"_L1) {
        return actAsAnalyst(body);
    }
    if (path == "/control/portal/decide"_L1) {
        return decide(body);
    }
    if (path == "/control/incidents/new"_L1) {
        return addIncident(body);
    }
    if (path == "/control/incidents/storm"_L1) {
        return raiseStorm(body);
    }
    return std::nullopt;
}

Result<QJsonObject> TenantControl::advance(const QJsonObject &body)
{
    constexpr double most = 3650.0 * 24 * 3600;
    const double seconds = body[u"seconds"].toDouble(-1);
    if (seconds < 0 || seconds > most) {
        return Failure {u"seconds must be a number from 0 to ten years"_s};
    }
    m_life.advance(static_cast<Ticks>(seconds * static_cast<double>(oneSecond)));
    return QJsonObject {{u"time"_s, stamp(m_org.clock.now())}};
}

Result<QJsonObject> TenantControl::setSwitches(const QJsonObject &body)
{
    for (auto entry = body.begin(); entry != body.end(); ++entry) {
        const QString problem = m_org.switches.set(entry.key(), entry.value().toVariant().toString());
        if (!problem.isEmpty()) {
            return Failure {problem};
        }
    }
    return switchReport(m_org);
}

Result<QJsonObject> TenantControl::moveMail(const QJsonObject &body)
{
    const QString message = body[u"networkMessageId"].toString();
    const QString recipient = body[u"recipient"].toString();
    const auto place = readPlace(body[u"location"].toString());
    const auto by = readMover(body[u"by"].toString(u"user"_s));
    if (!place || !by) {
        return Failure {u"location or by is not a known word"_s};
    }
    int moved = 0;
    for (const quint32 copy : m_org.mails.deliveriesOf(message)) {
        if (recipient.isEmpty() || m_org.mails.delivery(copy).recipient.compare(recipient, Qt::CaseInsensitive) == 0) {
            m_org.mails.move(copy, {.at = m_org.clock.now(),
                                    .by = *by,
                                    .action = movedWords(*place),
                                    .result = u"Success"_s,
                                    .place = *place});
            ++moved;
        }
    }
    if (moved == 0) {
        return Failure {u"there is no such mail"_s};
    }
    return QJsonObject {{u"moved"_s, moved}};
}

Result<QJsonObject> TenantControl::actAsAnalyst(const QJsonObject &body)
{
    const auto index = m_org.incidents.findIncident(body[u"incidentId"].toString());
    const Person *person = m_org.people.find(body[u"upn"].toString());
    if (!index || person == nullptr) {
        return Failure {u"incidentId or upn is unknown"_s};
    }
    QJsonObject changes = body;
    for (const QString &name : {u"upn"_s, u"incidentId"_s, u"comment"_s}) {
        changes.remove(name);
    }
    const QString id = m_org.incidents.incidentId(*index);
    if (!changes.isEmpty()) {
        const auto edit = readIncidentEdit(changes, m_org, *index);
        if (!edit) {
            return Failure {edit.error()};
        }
        applyEdit(m_org, *index, *edit, person->upn);
        m_org.effects.add(m_org.clock.now(), person->upn, u"patchIncident"_s, id, changes);
    }
    const QString comment = body[u"comment"].toString();
    if (!comment.isEmpty()) {
        addIncidentComment(m_org, *index, comment, person->displayName);
        m_org.effects.add(m_org.clock.now(), person->upn, u"comment"_s, QString(u"incident/"_s + id),
                          {{u"comment"_s, comment}});
    }
    return QJsonObject {{u"lastUpdateDateTime"_s, stamp(m_org.incidents.incident(*index).updated)}};
}

Result<QJsonObject> TenantControl::decide(const QJsonObject &body)
{
    const QString word = body[u"decision"].toString();
    const QString incidentId = body[u"incidentId"].toString();
    const QString message = body[u"networkMessageId"].toString();
    const auto incident = m_org.incidents.findIncident(incidentId);
    if ((word != "approve"_L1 && word != "reject"_L1) || (incidentId.isEmpty() && message.isEmpty())
        || (!incidentId.isEmpty() && !incident)) {
        return Failure {u"decision must be approve or reject, for a known incidentId or a networkMessageId"_s};
    }
    const QString actor = body[u"upn"].toString(m_org.people.at(0).upn);
    if (!m_org.people.rolesOf(actor).contains("Search and Purge"_L1)) {
        return Failure {u"%1 lacks the role Search and Purge that such a decision takes"_s.arg(actor)};
    }
    const int decided = decideInPortal(m_org, {.approve = word == "approve"_L1,
                                               .incident = incident,
                                               .networkMessageId = message,
                                               .actor = actor});
    return QJsonObject {{u"decided"_s, decided}};
}

Result<QJsonObject> TenantControl::addIncident(const QJsonObject &body)
{
    const QString key = body[u"story"].toString();
    const Story *story = findStory(key);
    if (!key.isEmpty() && story == nullptr) {
        return Failure {u"there is no story \"%1\""_s.arg(key)};
    }
    const IncidentIndex index = story == nullptr ? addOrdinaryIncident(m_org) : addStory(m_org, *story);
    return QJsonObject {{u"id"_s, m_org.incidents.incidentId(index)}};
}

// One in each of as many equal parts of the time, somewhere in it.
Result<QJsonObject> TenantControl::raiseStorm(const QJsonObject &body)
{
    constexpr int most = 100'000;
    constexpr quint64 stormStream = 90;
    const int incidents = body[u"incidents"].toInt();
    const auto within = readDuration(body[u"within"].toString());
    if (incidents < 1 || incidents > most || !within) {
        return Failure {u"incidents is a number from 1 to %1, within a duration like PT1H"_s.arg(most)};
    }
    Random random(m_org.seed, {stormStream, m_org.incidents.incidentCount()});
    const Ticks part = std::max<Ticks>(*within / incidents, 1);
    for (int i = 0; i < incidents; ++i) {
        const Ticks due = m_org.clock.now() + i * part + random.ticks(part);
        m_org.agenda.at(due, [this] { addOrdinaryIncident(m_org); });
    }
    return QJsonObject {{u"incidents"_s, incidents}};
}

} // namespace simulator
