// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "domain/rules.h"

#include <QDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace domain;

namespace samples {

namespace {

// Odd spacing, escapes, a number that a double cannot hold: gone after any re-encoding.
QByteArray bytesOf(const QString &kind, const QString &id, int page)
{
    return QByteArray("{ \"kind\" :\"") + kind.toUtf8() + "\", \"id\":\"" + id.toUtf8()
        + "\",\"\\u0065scaped\" : 1.0e2, \"big\": 9007199254740993, \"page\":" + QByteArray::number(page)
        + ",\"pad\":\"" + QByteArray(300, 'x') + "\"}\t";
}

template <class T>
Result<T> lookUp(const QHash<QByteArray, T> &known, const QByteArray &bytes)
{
    const auto found = known.constFind(bytes);
    if (found != known.constEnd())
        return *found;
    return error(ErrorKind::NotGraph, u"read an item"_s);
}

} // namespace

Received<Incident> Book::enter(const Incident &incident)
{
    const QByteArray bytes = bytesOf(u"incident"_s, incident.id.text, ++m_pages);
    m_incidents.insert(bytes, incident);
    return {incident, bytes};
}

Received<Alert> Book::enter(const Alert &alert)
{
    const QByteArray bytes = bytesOf(u"alert"_s, alert.id.text, ++m_pages);
    m_alerts.insert(bytes, alert);
    return {alert, bytes};
}

void Book::learn(const Book &other, const QString &incident)
{
    for (auto each = other.m_incidents.begin(); each != other.m_incidents.end(); ++each) {
        if (each->id.text == incident)
            m_incidents.insert(each.key(), each.value());
    }
}

Result<Incident> Book::incident(const QByteArray &item) const
{
    return lookUp(m_incidents, item);
}

Result<Alert> Book::alert(const QByteArray &item) const
{
    return lookUp(m_alerts, item);
}

Folder::Folder()
    : m_path(m_root.path() + u"/demo/"_s + QLatin1StringView(tenant) + u"/account"_s)
{
    QDir().mkpath(m_path);
}

Moment minute(int number)
{
    return Moment::parse(u"2026-02-25T00:00:00.1234567Z")->plusSeconds(number * 60);
}

Incident incident(const QString &id, Moment updated)
{
    Incident incident;
    incident.id = {id};
    incident.tenantId = QLatin1StringView(Folder::tenant);
    incident.displayName = Untrusted(u"Mail \u202Efdp "_s + id);
    incident.status = {IncidentStatus::Active, u"Active"_s};
    incident.severity = wordOf(Severity::High);
    incident.classification = {Classification::Other, u"somethingNew"_s};
    incident.determination = wordOf(Determination::Phishing);
    incident.created = minute(0);
    incident.updated = updated;
    incident.customTags = {Untrusted(u"vip"_s), Untrusted(u"a \"quoted\" tag"_s)};
    incident.systemTags = {Untrusted(u"Credential Phish"_s)};
    incident.priorityScore = 71;
    return incident;
}

Alert alert(const QString &id, const QString &incident, Moment updated)
{
    Alert alert;
    alert.id = {id};
    alert.incident = {incident};
    alert.tenantId = QLatin1StringView(Folder::tenant);
    alert.title = Untrusted(u"Alert "_s + id);
    alert.status = wordOf(AlertStatus::New);
    alert.severity = wordOf(Severity::Medium);
    alert.serviceSource = wordOf(ServiceSource::DefenderForOffice365);
    alert.created = minute(0);
    alert.updated = updated;
    return alert;
}

Evidence mailEvidence(const QString &message, const QString &recipient, RemediationStatus status)
{
    Evidence evidence;
    evidence.type = u"analyzedMessageEvidence"_s;
    evidence.key = {u"mail:"_s + message + u'/' + recipient};
    evidence.label = Untrusted(u"Your invoice"_s);
    evidence.created = minute(5);
    evidence.verdict = wordOf(Verdict::Malicious);
    evidence.remediation = wordOf(status);
    MailMessage mail;
    mail.target = {message, recipient};
    mail.subject = Untrusted(u"Your invoice"_s);
    mail.threats = QStringList {u"Malware"_s};
    evidence.mail = mail;
    return evidence;
}

Evidence userEvidence(const QString &upn, RemediationStatus status)
{
    Evidence evidence;
    evidence.type = u"userEvidence"_s;
    evidence.key = {u"user:"_s + upn};
    evidence.label = Untrusted(upn);
    evidence.created = minute(2);
    evidence.verdict = wordOf(Verdict::Suspicious);
    evidence.remediation = wordOf(status);
    return evidence;
}

Decision decision(const QString &id, DecisionKind kind)
{
    const StillClock clock;
    Decision decision;
    decision.id = {id};
    decision.kind = kind;
    decision.incident = {u"29"_s};
    decision.tenantId = QLatin1StringView(Folder::tenant);
    decision.oid = u"account"_s;
    decision.upn = u"adele@contoso.example"_s;
    decision.value = kind == DecisionKind::Assign ? u"adele@contoso.example"_s : QString();
    decision.comment = u"Looks bad, Megan should know"_s;
    decision.label = u"Your invoice, megan"_s;
    if (kind == DecisionKind::ApproveAction || kind == DecisionKind::RejectAction) {
        decision.action = {u"action-of-"_s + id};
        decision.mailAction = MailAction::SoftDelete;
        decision.targets = {{u"message-1"_s, u"megan@contoso.example"_s}, {u"message-2"_s, u"alex@contoso.example"_s}};
        decision.executor = ExecutorKind::MailRemediation;
    }
    decision.facts = {{latestLocationFact({u"message-1"_s, u"megan@contoso.example"_s}), u"Inbox/folder"_s, u"hunting"_s,
                       minute(9)},
                      {u"verdict"_s, u"malicious"_s, u"cache"_s, std::nullopt}};
    decision.decidedAt = clock.time;
    decision.heldUntil = clock.time.plusSeconds(10);
    decision.expires = clock.time.plusSeconds(8 * 3600);
    decision.state = DecisionState::Held;
    return decision;
}

QString plainSql(const QString &file, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    QString answer;
    if (sqlite3_open(QFile::encodeName(file).constData(), &database) == SQLITE_OK) {
        const auto take = [](void *target, int, char **values, char **) {
            *static_cast<QString *>(target) = QString::fromUtf8(values[0]);
            return 1; // one row is enough
        };
        char *message = nullptr;
        const int code = sqlite3_exec(database, sql.constData(), take, &answer, &message);
        if (code != SQLITE_OK && code != SQLITE_ABORT)
            answer = u"error: "_s + QString::fromUtf8(message);
        sqlite3_free(message);
    }
    sqlite3_close(database);
    return answer;
}

} // namespace samples
