// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "background.h"

#include "air.h"
#include "backgroundevidence.h"
#include "devices.h"
#include "mailevidence.h"
#include "mailwords.h"
#include "masking.h"
#include "random.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;
using namespace holes;

namespace {

constexpr quint64 backgroundStream = 32;

struct Verdict {
    Classification classification;
    Determination determination;
};

Verdict outcomeOf(Random &random)
{
    constexpr std::array bad {Determination::Phishing, Determination::Malware, Determination::CompromisedAccount,
                              Determination::MultiStagedAttack};
    constexpr std::array expected {Determination::SecurityTesting, Determination::LineOfBusinessApplication,
                                   Determination::ConfirmedActivity};
    const int dice = random.below(100);
    if (dice < 38) {
        return {Classification::TruePositive, random.pick(bad)};
    }
    if (dice < 62) {
        return {Classification::FalsePositive, Determination::NotMalicious};
    }
    if (dice < 92) {
        return {Classification::InformationalExpectedActivity, random.pick(expected)};
    }
    return {Classification::Unknown, Determination::Unknown};
}

int resolvedPercent(Ticks age)
{
    return age < oneDay ? 30 : age < 7 * oneDay ? 65 : age < 30 * oneDay ? 90 : 97;
}

QString shortTitle(const BackgroundPlan &plan)
{
    const KindFacts &first = factsOf(plan.kind(0));
    return plan.alerts == 1 ? QString(first.title)
                            : u"Multi-stage incident involving %1"_s.arg(QString(first.category));
}

} // namespace

// What goes into the holes of one alert.
struct Background::Filler {
    const Background &source;
    quint32 number;
    int ordinal;
    bool masked;
    BackgroundPlan plan;
    QList<PlannedMail> mails; // made when first asked for
    std::array<std::optional<Device>, BackgroundPlan::peopleInGroup> machines {}; // likewise

    void operator()(QByteArray &out, int hole);
    [[nodiscard]] QString single(int hole);
    [[nodiscard]] QString person(int which, int field) const;
    [[nodiscard]] QString machine(int which, int field);
    [[nodiscard]] QString mail(int which, int field);
    [[nodiscard]] const PlannedMail &plannedMail(int which);
};

void Background::Filler::operator()(QByteArray &out, int hole)
{
    if (hole >= mailBase) {
        appendEscaped(out, mail((hole - mailBase) / mailStep, (hole - mailBase) % mailStep));
    } else if (hole >= machineBase) {
        appendEscaped(out, machine((hole - machineBase) / machineStep, (hole - machineBase) % machineStep));
    } else if (hole >= personBase) {
        appendEscaped(out, person((hole - personBase) / personStep, (hole - personBase) % personStep));
    } else {
        appendEscaped(out, single(hole));
    }
}

QString Background::Filler::single(int hole)
{
    const Ticks at = source.created(number);
    Random random(plan.salt, {backgroundStream, static_cast<quint64>(hole)});
    switch (hole) {
    case EvidenceCreated: return stamp(at + ordinal * 4 * oneSecond + 3'333'333);
    case FirstActivity: return stamp(at - 40 * oneMinute - ordinal * oneMinute);
    case LastActivity: return stamp(at - 2 * oneMinute - ordinal * oneSecond);
    case Url: return plan.hasMails && !plannedMail(0).mail.urls.isEmpty() ? plannedMail(0).mail.urls.first().url : u"https://cdn%1.update-node.example/s"_s.arg(random.below(90));
    case UrlDomain: return u"cdn%1.update-node.example"_s.arg(random.below(90));
    case Sha256:
    case FileName:
        if (plan.hasMails && !plannedMail(0).mail.attachments.isEmpty()) {
            const MailAttachment &file = plannedMail(0).mail.attachments.first();
            return hole == Sha256 ? file.sha256 : file.name;
        }
        return hole == Sha256 ? random.hex(64) : u"setup-%1.exe"_s.arg(random.below(9000) + 1000);
    case Sha1: return random.hex(40);
    case Address: return u"203.0.113.%1"_s.arg(random.between(2, 250));
    case Guid: return random.guid();
    case ClusterUrn: return u"urn:MailClusterEntity:"_s + random.hex(32);
    case ClusterQuery:
        return u"( (( (Subject:\"%1\") ) AND ( (P2SenderDomain:\"%2\") )) )"_s.arg(
            plannedMail(0).mail.subject, domainOf(plannedMail(0).mail.senderAddress));
    case MailStatus: {
        const QString status = source.mailStatus(number, plan);
        return masked ? maskedWord("remediationStatus"_L1, status) : status;
    }
    default: return {};
    }
}

QString Background::Filler::person(int which, int field) const
{
    const Person &person = source.m_people.at(plan.person(BackgroundPlan::groupOf(ordinal), which));
    switch (field) {
    case Name: return person.displayName;
    case Upn: return person.upn;
    case ObjectId: return person.objectId;
    case Sid: return person.sid;
    default: return person.account;
    }
}

QString Background::Filler::machine(int which, int field)
{
    std::optional<Device> &known = machines[static_cast<std::size_t>(which)];
    if (!known) {
        known = laptopOf(source.m_rules.seed, plan.person(BackgroundPlan::groupOf(ordinal), which));
    }
    const Device &device = *known;
    switch (field) {
    case Host: return device.hostName;
    case Dns: return device.dnsName;
    case MdeId: return device.mdeId;
    case EntraId: return device.entraId;
    case Inside: return device.address;
    default: return device.externalAddress;
    }
}

QString Background::Filler::mail(int which, int field)
{
    const PlannedMail &planned = plannedMail(which);
    const Mail &mail = planned.mail;
    switch (field) {
    case MessageId: return mail.networkMessageId;
    case InternetId: return mail.internetMessageId;
    case Subject: return mail.subject;
    case SenderName: return mail.senderName;
    case SenderLocal: return mail.senderAddress.section(QChar(u'@'), 0, 0);
    case SenderDomain: return domainOf(mail.senderAddress);
    case EnvelopeLocal: return mail.envelopeAddress.section(QChar(u'@'), 0, 0);
    case EnvelopeDomain: return domainOf(mail.envelopeAddress);
    case SenderIp: return mail.senderIp;
    case Recipient: return planned.recipient;
    case Received: return secondStamp(mail.received);
    case Action: return huntingAction(planned.original);
    case Location: return evidencePlace(planned.original);
    case Urn: return u"urn:MailEntity:"_s + mail.networkMessageId;
    case Threat: return threatWord(mail.threat);
    default: return detectionMethod(mail);
    }
}

const PlannedMail &Background::Filler::plannedMail(int which)
{
    while (mails.size() <= which) {
        mails.append(simulator::plannedMail(plan, BackgroundPlan::groupOf(ordinal), static_cast<int>(mails.size()),
                                            source.created(number), source.m_people));
    }
    return mails.at(which);
}

Background::Background(const PlanRules &rules, const People &people, Ticks start, QString expiredStatus)
    : m_rules(rules)
    , m_people(people)
    , m_start(start)
    , m_expiredStatus(std::move(expiredStatus))
{
    m_shapes.resize(2 * alertKindCount * variantsPerKind);
}

Background::~Background() = default;

quint32 Background::add(Ticks created)
{
    m_created.push_back(created);
    return static_cast<quint32>(m_created.size() - 1);
}

PlannedMail Background::mail(quint32 number, int group, int which) const
{
    return plannedMail(plan(number), group, which, created(number), m_people);
}

bool Background::isPending(quint32 number) const
{
    return created(number) + approvalLife > m_start && plan(number).wantsApproval;
}

IncidentFacts Background::incidentFacts(quint32 number, IncidentStore &store) const
{
    const BackgroundPlan incidentPlan = plan(number);
    Random random(m_rules.seed, {backgroundStream, 1000, number});
    IncidentFacts facts;
    facts.origin = number;
    facts.created = created(number);
    const Ticks age = std::max<Ticks>(m_start - facts.created, 0);
    facts.updated = facts.created + random.ticks(std::min(age, 3 * oneDay) + 1);
    facts.severity = Severity::Informational;
    for (int ordinal = 0; ordinal < incidentPlan.alerts; ++ordinal) {
        facts.severity = std::max(facts.severity, factsOf(incidentPlan.kind(ordinal)).severity);
    }
    const bool resolved = age > 0 && !isPending(number) && random.chance(resolvedPercent(age));
    const bool assigned = age > 0 && random.chance(resolved ? 85 : 25);
    if (assigned) {
        facts.assignee = store.assignee(m_people.at(random.below(2)).upn);
    }
    if (resolved) {
        const Verdict outcome = outcomeOf(random);
        facts.status = IncidentStatus::Resolved;
        facts.classification = outcome.classification;
        facts.determination = outcome.determination;
    } else if (assigned) {
        facts.status = random.chance(6) ? IncidentStatus::AwaitingAction : IncidentStatus::InProgress;
    }
    return facts;
}

AlertFacts Background::alertFacts(quint32 number, int ordinal, const IncidentFacts &incident) const
{
    const BackgroundPlan incidentPlan = plan(number);
    const KindFacts &kind = factsOf(incidentPlan.kind(ordinal));
    Random random(m_rules.seed, {backgroundStream, 2000, number, static_cast<quint64>(ordinal)});
    AlertFacts facts;
    facts.origin = number;
    facts.ordinal = static_cast<quint16>(ordinal);
    facts.source = kind.source;
    facts.severity = kind.severity;
    facts.assignee = incident.assignee;
    facts.created = incident.created + (ordinal == 0 ? 0 : random.ticks(incident.updated - incident.created + 1));
    facts.updated = facts.created + random.ticks(incident.updated - facts.created + 1);
    if (incident.status == IncidentStatus::Resolved) {
        facts.status = AlertStatus::Resolved;
        facts.resolved = incident.updated;
        facts.updated = incident.updated;
        facts.classification = incident.classification;
        facts.determination = incident.determination;
    } else if (incident.assignee != 0) {
        facts.status = AlertStatus::InProgress;
    }
    if (!kind.mail) {
        facts.investigation = InvestigationState::UnsupportedAlertType;
    } else if (incidentPlan.wantsApproval) {
        facts.investigation = isPending(number) ? InvestigationState::PendingApproval
                                                : InvestigationState::TerminatedBySystem;
    } else {
        facts.investigation = mailStatus(number, incidentPlan) == "remediated"_L1
            ? InvestigationState::SuccessfullyRemediated
            : InvestigationState::PartiallyInvestigated;
    }
    return facts;
}

IncidentText Background::incidentText(quint32 origin) const
{
    const BackgroundPlan incidentPlan = plan(origin);
    Random random(m_rules.seed, {backgroundStream, 3000, origin});
    IncidentText text;
    text.displayName = shortTitle(incidentPlan);
    const Person &first = m_people.at(incidentPlan.person(0, 0));
    text.displayName += incidentPlan.alerts == 1 ? u" involving one user"_s : u" reported by multiple sources"_s;
    text.description = u"Alerts about %1 and others, correlated by the entities they share."_s.arg(first.displayName);
    text.priorityScore = random.chance(80) ? random.below(101) : -1;
    if (random.chance(8)) {
        text.customTags = {random.chance(50) ? u"phishing wave"_s : u"follow up"_s};
    }
    return text;
}

void Background::writeAlertMembers(quint32 origin, int ordinal, bool masked, QByteArray &out) const
{
    Filler filler {*this, origin, ordinal, masked, plan(origin), {}};
    shape(filler.plan.kind(ordinal), filler.plan.variant(ordinal), masked).write(out, std::ref(filler));
}

QString Background::mailStatus(quint32 number, const BackgroundPlan &incidentPlan) const
{
    if (incidentPlan.wantsApproval) {
        return created(number) + approvalLife > m_start ? u"pendingApproval"_s : m_expiredStatus;
    }
    return plannedMail(incidentPlan, 0, 0, created(number), m_people).latest == Place::Quarantine ? u"remediated"_s : u"none"_s;
}

const TextTemplate &Background::shape(AlertKind kind, int variant, bool masked) const
{
    const int index = (static_cast<int>(kind) * variantsPerKind + variant) * 2 + (masked ? 1 : 0);
    std::optional<TextTemplate> &known = m_shapes[static_cast<std::size_t>(index)];
    if (!known) {
        const QJsonObject body = alertShape(m_rules.seed, kind, variant);
        const QByteArray text =
            QJsonDocument(masked ? maskedDeep(body).toObject() : body).toJson(QJsonDocument::Compact);
        known.emplace(text.sliced(1, text.size() - 2)); // members only
    }
    return *known;
}

} // namespace simulator
