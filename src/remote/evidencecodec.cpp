// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencecodec.h"

#include "evidencewalk.h"
#include "itemreader.h"

#include "domain/evidencekey.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

constexpr QLatin1StringView tried = "read evidence"_L1;

// Base members, shown by other means than the list of fields.
constexpr QLatin1StringView baseMembers[] = {
    "@odata.type"_L1, "createdDateTime"_L1, "verdict"_L1, "remediationStatus"_L1, "remediationStatusDetails"_L1,
    "roles"_L1,       "detailedRoles"_L1,   "tags"_L1};

bool isBaseMember(const QString &field)
{
    return std::any_of(std::begin(baseMembers), std::end(baseMembers), [&field](QLatin1StringView member) {
        return field == member || (field.startsWith(member) && field.at(member.size()) == u'.');
    });
}

QString typeName(const QString &odataType)
{
    QStringView name = odataType;
    if (name.startsWith(u'#'))
        name = name.sliced(1);
    for (const QStringView prefix : {u"microsoft.graph.security.", u"microsoft.graph."}) {
        if (name.startsWith(prefix, Qt::CaseInsensitive))
            return name.sliced(prefix.size()).toString();
    }
    return name.toString();
}

// The base members of an item, with the types that they must have.
class BaseMembers
{
public:
    explicit BaseMembers(const QJsonObject &item)
        : m_item(item)
    {
    }

    QString text(QLatin1StringView name)
    {
        const QJsonValue value = m_item.value(name);
        if (!value.isString() && !value.isNull() && !value.isUndefined())
            note(name);
        return value.toString();
    }

    QStringList texts(QLatin1StringView name)
    {
        const QJsonValue value = m_item.value(name);
        if (!value.isArray() && !value.isNull() && !value.isUndefined())
            note(name);
        QStringList result;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            if (!entry.isString() && !entry.isNull())
                note(name);
            else if (!entry.toString().isEmpty())
                result.append(entry.toString());
        }
        return result;
    }

    template <class E>
    domain::Word<E> word(QLatin1StringView name)
    {
        const QString wire = text(name);
        return wire.isEmpty() ? domain::Word<E>() : domain::word<E>(wire);
    }

    [[nodiscard]] QString wrongMember() const { return m_wrong; }

private:
    void note(QLatin1StringView name)
    {
        if (m_wrong.isEmpty())
            m_wrong = u"evidence."_s + name;
    }

    const QJsonObject &m_item;
    QString m_wrong;
};

// The type's own members may be of any type: what does not fit is left out here and still shown as a field.
QStringList textsOf(const QJsonValue &value)
{
    QStringList result;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        if (!entry.toString().isEmpty())
            result.append(entry.toString());
    }
    return result;
}

domain::MailMessage mailMessage(const QJsonObject &item)
{
    domain::MailMessage mail;
    mail.target.networkMessageId = item.value("networkMessageId"_L1).toString();
    mail.target.recipient = item.value("recipientEmailAddress"_L1).toString().trimmed().toLower();
    mail.subject = domain::Untrusted(item.value("subject"_L1).toString());
    const QString shown = item.value("p2Sender"_L1).toObject().value("emailAddress"_L1).toString();
    const QString envelope = item.value("p1Sender"_L1).toObject().value("emailAddress"_L1).toString();
    mail.sender = domain::Untrusted(shown.isEmpty() ? envelope : shown);
    mail.deliveryAction = item.value("deliveryAction"_L1).toString();
    const QString location = item.value("deliveryLocation"_L1).toString();
    mail.deliveredTo =
        location.isEmpty() ? domain::MailLocation::Unknown : domain::word<domain::MailLocation>(location).value;
    mail.threats = textsOf(item.value("threats"_L1));
    mail.detectionMethods = textsOf(item.value("threatDetectionMethods"_L1));
    mail.received = domain::Moment::parse(item.value("receivedDateTime"_L1).toString());
    mail.urlCount = item.value("urlCount"_L1).toInteger();
    mail.attachmentCount = item.value("attachmentsCount"_L1).toInteger();
    return mail;
}

domain::MailCluster mailCluster(const QJsonObject &item)
{
    domain::MailCluster cluster;
    cluster.urn = item.value("urn"_L1).toString();
    cluster.query = domain::Untrusted(item.value("query"_L1).toString());
    cluster.clusterBy = domain::Untrusted(item.value("clusterBy"_L1).toString());
    cluster.clusterByValue = domain::Untrusted(item.value("clusterByValue"_L1).toString());
    cluster.emailCount = item.value("emailCount"_L1).toInteger();
    cluster.networkMessageIds = textsOf(item.value("networkMessageIds"_L1));
    return cluster;
}

} // namespace

domain::Result<domain::Evidence> readEvidence(const QByteArray &item)
{
    std::optional<WalkedItem> walked = walkItem(item);
    if (!walked)
        return unreadable(tried, u"wrongType"_s, u"evidence"_s);
    BaseMembers base(walked->members);
    domain::Evidence evidence;
    evidence.type = typeName(base.text("@odata.type"_L1));
    evidence.created = domain::Moment::parse(base.text("createdDateTime"_L1));
    evidence.verdict = base.word<domain::Verdict>("verdict"_L1);
    evidence.remediation = base.word<domain::RemediationStatus>("remediationStatus"_L1);
    evidence.remediationDetails = domain::Untrusted(base.text("remediationStatusDetails"_L1));
    evidence.roles = base.texts("roles"_L1);
    evidence.tags = base.texts("tags"_L1);
    if (!base.wrongMember().isEmpty())
        return unreadable(tried, u"wrongType"_s, base.wrongMember());
    evidence.key = domain::evidenceKey(evidence.type, walked->members);
    evidence.label = domain::evidenceLabel(evidence.type, walked->members);
    if (evidence.type.compare("analyzedMessageEvidence"_L1, Qt::CaseInsensitive) == 0)
        evidence.mail = mailMessage(walked->members);
    else if (evidence.type.compare("mailClusterEvidence"_L1, Qt::CaseInsensitive) == 0)
        evidence.cluster = mailCluster(walked->members);
    walked->fields.removeIf([](const domain::EvidenceField &field) { return isBaseMember(field.name); });
    evidence.fields = std::move(walked->fields);
    evidence.json = item;
    return evidence;
}

} // namespace remote
