// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "identityevidence.h"

#include "endpointevidence.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

QJsonObject accountOf(const Person &person)
{
    return {{u"accountName"_s, person.account},
            {u"domainName"_s, u"HARBORLINE"_s},
            {u"userSid"_s, person.sid},
            {u"azureAdUserId"_s, person.objectId},
            {u"userPrincipalName"_s, person.upn},
            {u"displayName"_s, person.displayName},
            {u"resourceAccessEvents"_s, QJsonArray()}};
}

QJsonObject userEvidence(const EvidenceHead &head, const Person &person)
{
    QJsonObject item = evidenceOf("userEvidence"_L1, head);
    item.insert(u"stream"_s, QJsonValue::Null);
    item.insert(u"userAccount"_s, accountOf(person));
    return item;
}

QJsonObject ipEvidence(const EvidenceHead &head, const AddressFacts &facts)
{
    QJsonObject item = evidenceOf("ipEvidence"_L1, head);
    item.insert(u"ipAddress"_s, facts.address);
    item.insert(u"countryLetterCode"_s, facts.countryCode.isEmpty() ? QJsonValue() : QJsonValue(facts.countryCode));
    item.insert(u"location"_s,
                facts.country.isEmpty() ? QJsonValue()
                                        : QJsonValue(QJsonObject {{u"countryName"_s, facts.country},
                                                                  {u"city"_s, facts.city},
                                                                  {u"state"_s, QJsonValue::Null},
                                                                  {u"latitude"_s, 47.25},
                                                                  {u"longitude"_s, 8.5}}));
    item.insert(u"stream"_s, QJsonValue::Null);
    return item;
}

QJsonObject cloudLogonEvidence(const EvidenceHead &head, const Person &person, const LogonFacts &facts)
{
    QJsonObject item = evidenceOf("cloudLogonSessionEvidence"_L1, head);
    item.insert(u"sessionId"_s, facts.sessionId);
    item.insert(u"account"_s, userEvidence(innerHead(head), person));
    item.insert(u"userAgent"_s, facts.userAgent);
    item.insert(u"browser"_s, facts.browser);
    item.insert(u"operatingSystem"_s, facts.system);
    item.insert(u"deviceName"_s, QJsonValue::Null);
    item.insert(u"protocol"_s, u"OAuth2"_s);
    item.insert(u"startUtcDateTime"_s, facts.started);
    item.insert(u"previousLogonDateTime"_s, facts.previous);
    return item;
}

QJsonObject logonRequestEvidence(const EvidenceHead &head, const QString &requestId)
{
    QJsonObject item = evidenceOf("cloudLogonRequestEvidence"_L1, head);
    item.insert(u"requestId"_s, requestId);
    return item;
}

QJsonObject hostLogonEvidence(const EvidenceHead &head, const Person &person, const Device &host,
                              const HostLogonFacts &facts)
{
    const EvidenceHead inner = innerHead(head);
    QJsonObject item = evidenceOf("hostLogonSessionEvidence"_L1, head);
    item.insert(u"sessionId"_s, facts.sessionId);
    item.insert(u"account"_s, userEvidence(inner, person));
    item.insert(u"host"_s, deviceEvidence(inner, host));
    item.insert(u"startUtcDateTime"_s, facts.started);
    item.insert(u"endUtcDateTime"_s, facts.ended.isEmpty() ? QJsonValue() : QJsonValue(facts.ended));
    return item;
}

QJsonObject groupEvidence(const EvidenceHead &head, const GroupFacts &facts)
{
    QJsonObject item = evidenceOf("securityGroupEvidence"_L1, head);
    item.insert(u"securityGroupId"_s, facts.id);
    item.insert(u"displayName"_s, facts.name);
    item.insert(u"friendlyName"_s, facts.name);
    item.insert(u"sid"_s, facts.sid);
    item.insert(u"activeDirectoryObjectGuid"_s, facts.id);
    item.insert(u"distinguishedName"_s, QString(u"CN="_s + facts.name + u",OU=Groups,DC=harborline,DC=example"_s));
    return item;
}

QJsonObject domainEvidence(const EvidenceHead &head, const QString &domain)
{
    QJsonObject item = evidenceOf("activeDirectoryDomainEvidence"_L1, head);
    item.insert(u"activeDirectoryDomainName"_s, domain);
    item.insert(u"trustedDomains"_s, QJsonArray());
    return item;
}

} // namespace simulator
