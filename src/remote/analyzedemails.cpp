// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzedemails.h"

#include "failure.h"
#include "page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

constexpr int mostPages = 20;

QString odataString(const QString &text)
{
    return u'\'' + QString(text).replace(u"'"_s, u"''"_s) + u'\'';
}

domain::Word<domain::MailLocation> locationOf(const QJsonValue &delivery)
{
    const QString wire = delivery.toObject().value("location"_L1).toString();
    return wire.isEmpty() ? domain::Word<domain::MailLocation> {domain::MailLocation::Unknown, {}}
                          : domain::word<domain::MailLocation>(wire);
}

QList<MailEvent> timeline(const QJsonArray &received)
{
    QList<MailEvent> events;
    for (const QJsonValue &item : received) {
        const QJsonObject event = item.toObject();
        const auto at = domain::Moment::parse(event.value("eventDateTime"_L1).toString());
        if (at)
            events.append({*at, event.value("eventSource"_L1).toString(), event.value("eventType"_L1).toString(),
                           event.value("eventResult"_L1).toString()});
    }
    std::stable_sort(events.begin(), events.end(), [](const MailEvent &a, const MailEvent &b) { return a.at < b.at; });
    return events;
}

AnalyzedEmail analyzedEmail(const QJsonObject &item)
{
    AnalyzedEmail email;
    email.target = {item.value("networkMessageId"_L1).toString(),
                    item.value("recipientEmailAddress"_L1).toString().toLower()};
    email.latestLocation = locationOf(item.value("latestDelivery"_L1));
    email.latestAction = item.value("latestDelivery"_L1).toObject().value("action"_L1).toString();
    email.originalLocation = locationOf(item.value("originalDelivery"_L1));
    const QJsonArray threats = item.value("threatTypes"_L1).toArray();
    for (const QJsonValue &threat : threats)
        email.threatTypes.append(threat.toString());
    email.events = timeline(item.value("timelineEvents"_L1).toArray());
    return email;
}

} // namespace

domain::Result<QList<AnalyzedEmail>> readAnalyzedEmails(const QByteArray &body)
{
    const domain::Result<Page> page = readPage(body);
    if (!page)
        return page.error();
    QList<AnalyzedEmail> emails;
    for (const QByteArray &item : page->items) {
        const QJsonDocument document = QJsonDocument::fromJson(item);
        if (!document.isObject())
            return failure(domain::ErrorKind::NotGraph, u"read mails"_s, u"wrongType"_s);
        emails.append(analyzedEmail(document.object()));
    }
    return emails;
}

QByteArray remediationBody(const Remediation &remediation)
{
    QJsonArray emails;
    for (const domain::MailTarget &target : remediation.targets) {
        emails.append(QJsonObject {{u"networkMessageId"_s, target.networkMessageId},
                                   {u"recipientEmailAddress"_s, target.recipient}});
    }
    const QJsonObject body {{u"displayName"_s, remediation.displayName},
                            {u"description"_s, remediation.description},
                            {u"severity"_s, u"medium"_s},
                            {u"action"_s, domain::wireWord(remediation.action)},
                            {u"remediateSendersCopy"_s, false},
                            {u"analyzedEmails"_s, emails}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QString bulkId(const QByteArray &location)
{
    // …?filters={"bulkId":["<guid>"]}&tid=…, with or without percent-encoding
    const QString text = QString::fromUtf8(QByteArray::fromPercentEncoding(location.left(4096)));
    static const QRegularExpression handle(u"\"?bulkId\"?\\s*[:=]\\s*\\[?\\s*\"?([0-9A-Za-z-]{8,64})"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return handle.match(text).captured(1);
}

void AnalyzedEmails::get(const domain::MailTarget &target, Lane lane, QObject *asker,
                         std::function<void(domain::Result<Found>)> answer)
{
    QString filter = u"networkMessageId eq "_s + odataString(target.networkMessageId);
    if (!target.recipient.isEmpty())
        filter += u" and recipientEmailAddress eq "_s + odataString(target.recipient);
    GraphRequest request;
    request.path = "/v1.0/security/collaboration/analyzedEmails";
    request.query = "$filter=" + queryValue(filter);
    request.identity = Identity::Application;
    request.lane = lane;
    request.tried = u"read where a mail lies"_s;
    page(request, {}, mostPages, asker, std::move(answer));
}

void AnalyzedEmails::page(const GraphRequest &request, Found found, int pagesLeft, QObject *asker,
                          std::function<void(domain::Result<Found>)> answer)
{
    const QPointer<GraphClient> client = &m_client;
    m_client.send(request, asker, [=, answer = std::move(answer)](const domain::Result<GraphAnswer> &result) mutable {
        if (!result)
            return answer(result.error());
        const domain::Result<Page> received = readPage(result->body);
        const domain::Result<QList<AnalyzedEmail>> emails = readAnalyzedEmails(result->body);
        if (!received || !emails)
            return answer(emails ? received.error() : emails.error());
        found.emails += *emails;
        found.serverDate = result->serverDate;
        if (!received->nextLink || !client)
            return answer(found);
        if (pagesLeft <= 1)
            return answer(failure(domain::ErrorKind::TooLarge, request.tried, u"pageCap"_s));
        GraphRequest next = request;
        next.link = *received->nextLink;
        AnalyzedEmails(*client).page(next, found, pagesLeft - 1, asker, answer);
    });
}

void AnalyzedEmails::remediate(const QByteArray &body, const domain::AttemptId &attempt, QObject *asker,
                               GraphClient::AnswerFunction answer)
{
    GraphRequest request;
    request.method = "POST";
    request.path = remediatePath;
    request.body = body;
    request.identity = Identity::Application;
    request.lane = Lane::Foreground;
    request.attempt = attempt;
    request.tried = u"remediate mails"_s;
    m_client.send(request, asker, std::move(answer));
}

} // namespace remote
