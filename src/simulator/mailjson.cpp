// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailjson.h"

#include "mailevidence.h"
#include "mailwords.h"
#include "people.h"

#include <limits>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString threatType(MailThreat threat)
{
    return threat == MailThreat::None ? u"none"_s : threatWord(threat).toLower();
}

QString directionWord(MailDirection direction)
{
    switch (direction) {
    case MailDirection::Inbound: return u"inbound"_s;
    case MailDirection::Outbound: return u"outbound"_s;
    case MailDirection::Internal: return u"intraOrg"_s;
    }
    return {};
}

QJsonObject deliveryDetail(Place place, const Mail &mail, const Switches &switches)
{
    return {{u"action"_s, analyzedAction(place)},
            {u"location"_s, analyzedPlace(place, switches)},
            {u"latestThreats"_s, threatWord(mail.threat)},
            {u"originalThreats"_s, threatWord(mail.threat)}};
}

QJsonObject timelineEvent(Ticks at, const QString &type, const QString &source, const QString &details,
                          const QString &result, const Mail &mail)
{
    const QString threat = threatWord(mail.threat);
    return {{u"eventDateTime"_s, stamp(at)},
            {u"eventType"_s, type},
            {u"eventSource"_s, source},
            {u"eventDetails"_s, details},
            {u"eventResult"_s, result},
            {u"eventThreats"_s, threat.isEmpty() ? QJsonArray() : QJsonArray {threat}}};
}

QJsonObject timelineOf(const MailMove &move, const Mail &mail)
{
    switch (move.by) {
    case MailMove::By::User: return timelineEvent(move.at, u"unknown"_s, u"user"_s, move.action, move.result, mail);
    case MailMove::By::Zap: return timelineEvent(move.at, u"zap"_s, u"system"_s, move.action, move.result, mail);
    case MailMove::By::Automation: return timelineEvent(move.at, u"air"_s, u"system"_s, move.action, move.result, mail);
    case MailMove::By::Administrator: return timelineEvent(move.at, u"air"_s, u"admin"_s, move.action, move.result, mail);
    }
    return {};
}

QJsonObject timelineOf(const MailClick &click, const Mail &mail)
{
    return timelineEvent(click.at, u"userUrlClick"_s, u"user"_s, mail.urls.at(click.url).url,
                         click.blocked ? u"Blocked"_s : u"Allowed"_s, mail);
}

QJsonArray timeline(const MailCopy &copy, const Mail &mail)
{
    QJsonArray events {timelineEvent(mail.received, u"originalDelivery"_s, u"system"_s, huntingAction(copy.original),
                                     u"Success"_s, mail)};
    qsizetype clicks = 0;
    const auto addClicksUntil = [&](Ticks time) {
        for (; clicks < copy.clicks.size() && copy.clicks.at(clicks).at <= time; ++clicks) {
            events.append(timelineOf(copy.clicks.at(clicks), mail));
        }
    };
    for (const MailMove &move : copy.moves) {
        addClicksUntil(move.at);
        events.append(timelineOf(move, mail));
    }
    addClicksUntil(std::numeric_limits<Ticks>::max());
    return events;
}

QJsonObject senderDetail(const Mail &mail)
{
    return {{u"displayName"_s, mail.senderName},
            {u"fromAddress"_s, mail.senderAddress},
            {u"domainName"_s, domainOf(mail.senderAddress)},
            {u"mailFromAddress"_s, mail.envelopeAddress},
            {u"mailFromDomainName"_s, domainOf(mail.envelopeAddress)},
            {u"ipv4"_s, mail.senderIp},
            {u"location"_s, QJsonValue::Null},
            {u"domainCreationDateTime"_s, QJsonValue::Null},
            {u"domainOwner"_s, QJsonValue::Null}};
}

} // namespace

QJsonObject analyzedEmail(const MailStore &mails, quint32 delivery, const Switches &switches)
{
    const MailCopy &copy = mails.delivery(delivery);
    const Mail &mail = mails.mail(copy.mail);
    const QString passed = mail.authenticated ? u"pass"_s : u"fail"_s;
    const QString method = detectionMethod(mail);
    return {{u"id"_s, mails.reportId(delivery)},
            {u"networkMessageId"_s, mail.networkMessageId},
            {u"internetMessageId"_s, mail.internetMessageId},
            {u"emailClusterId"_s, QString::number(mail.clusterId)},
            {u"loggedDateTime"_s, stamp(mail.received)},
            {u"subject"_s, mail.subject},
            {u"language"_s, u"en"_s},
            {u"sizeInBytes"_s, mail.size},
            {u"returnPath"_s, mail.envelopeAddress},
            {u"directionality"_s, directionWord(mail.direction)},
            {u"recipientEmailAddress"_s, copy.recipient},
            {u"recipientDetail"_s, QJsonObject {{u"ccRecipients"_s, QJsonArray()}, {u"domainName"_s, domainOf(copy.recipient)}}},
            {u"senderDetail"_s, senderDetail(mail)},
            {u"authenticationDetails"_s, QJsonObject {{u"senderPolicyFramework"_s, passed},
                                                      {u"dkim"_s, passed},
                                                      {u"dmarc"_s, passed},
                                                      {u"compositeAuthentication"_s, passed}}},
            {u"originalDelivery"_s, deliveryDetail(copy.original, mail, switches)},
            {u"latestDelivery"_s, deliveryDetail(copy.latest, mail, switches)},
            {u"threatTypes"_s, QJsonArray {threatType(mail.threat)}},
            {u"detectionMethods"_s, method.isEmpty() ? QJsonArray() : QJsonArray {method}},
            {u"phishConfidenceLevel"_s, mail.threat == MailThreat::Phish ? (mail.highConfidence ? u"High"_s : u"Normal"_s) : QString()},
            {u"spamConfidenceLevel"_s, mail.threat == MailThreat::None ? u"1"_s : u"5"_s},
            {u"bulkComplaintLevel"_s, u"0"_s},
            {u"alertIds"_s, QJsonArray()},
            {u"urls"_s, analyzedUrls(mail)},
            {u"attachments"_s, analyzedAttachments(mail)},
            {u"timelineEvents"_s, timeline(copy, mail)}};
}

QJsonArray analyzedUrls(const Mail &mail)
{
    QJsonArray urls;
    for (const MailUrl &url : mail.urls) {
        urls.append(QJsonObject {{u"url"_s, url.url},
                                 {u"threatType"_s, url.malicious ? threatType(mail.threat) : u"none"_s},
                                 {u"detectionMethod"_s, url.malicious ? u"URL malicious reputation"_s : QString()},
                                 {u"detonationDetails"_s, QJsonValue::Null},
                                 {u"tenantAllowBlockListDetailInfo"_s, QJsonValue::Null}});
    }
    return urls;
}

QJsonArray analyzedAttachments(const Mail &mail)
{
    QJsonArray attachments;
    for (const MailAttachment &file : mail.attachments) {
        attachments.append(QJsonObject {{u"fileName"_s, file.name},
                                        {u"fileType"_s, file.type},
                                        {u"fileExtension"_s, file.type},
                                        {u"fileSize"_s, file.size},
                                        {u"sha256"_s, file.sha256},
                                        {u"malwareFamily"_s, file.family},
                                        {u"threatType"_s, file.family.isEmpty() ? u"none"_s : u"malware"_s},
                                        {u"detonationDetails"_s, QJsonValue::Null},
                                        {u"tenantAllowBlockListDetailInfo"_s, QJsonValue::Null}});
    }
    return attachments;
}

} // namespace simulator
