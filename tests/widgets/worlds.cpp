// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/worlds.h"

#include "store/samples.h"

using namespace Qt::StringLiterals;

namespace fixture {

using namespace domain;

namespace {

struct Sketch {
    QStringView name;
    Severity severity;
    ServiceSource source;
    QStringView category;
};

constexpr Sketch sketches[] = {
    {u"Email messages with a malicious URL removed after delivery, 12 recipients", Severity::High, ServiceSource::DefenderForOffice365, u"InitialAccess"},
    {u"Email reported by a user as phish", Severity::Low, ServiceSource::DefenderForOffice365, u"InitialAccess"},
    {u"Multi-stage incident with lateral movement on three devices", Severity::High, ServiceSource::DefenderForEndpoint, u"LateralMovement"},
    {u"Suspicious inbox forwarding on a finance mailbox", Severity::Medium, ServiceSource::DefenderForOffice365, u"Exfiltration"},
    {u"Password spray against 42 accounts", Severity::Medium, ServiceSource::DefenderForIdentity, u"CredentialAccess"},
    {u"Consent to an application with unusual permissions", Severity::Medium, ServiceSource::AppGovernance, u"Persistence"},
    {u"Ransomware precursor: shadow copies deleted", Severity::High, ServiceSource::DefenderForEndpoint, u"Impact"},
    {u"Campaign with invoice lures, 12,000 mails", Severity::High, ServiceSource::DefenderForOffice365, u"InitialAccess"},
    {u"Impossible travel for one user", Severity::Low, ServiceSource::DefenderForCloudApps, u"InitialAccess"},
    {u"Mail forwarded inside the organisation from a compromised colleague", Severity::Medium, ServiceSource::DefenderForOffice365, u"InitialAccess"},
    {u"Email messages from a campaign removed after delivery", Severity::Informational, ServiceSource::DefenderForOffice365, u"InitialAccess"},
};

constexpr QStringView people[] = {u"", u"ada.hartwell@contoso.example", u"ben.okafor@contoso.example", u"", u"carla.mendez@contoso.example", u"me@contoso.example"};
constexpr QStringView tags[] = {u"vip", u"finance", u"phish-wave-7", u"watch", u"handover"};

Incident sketched(int number, Moment now)
{
    const Sketch &sketch = sketches[std::size_t(number) % std::size(sketches)];
    Incident incident;
    incident.id = {QString::number(4821 - number)};
    incident.tenantId = QLatin1StringView(samples::Folder::tenant);
    incident.displayName = Untrusted(sketch.name.toString());
    incident.description = Untrusted(u"Several alerts share a sender and an address. The mails were delivered before the address was known "
                                     "to be malicious; two recipients opened it."_s);
    incident.severity = wordOf(sketch.severity);
    incident.status = wordOf(number % 7 == 3 ? IncidentStatus::Resolved : number % 3 == 1 ? IncidentStatus::InProgress : IncidentStatus::Active);
    incident.assignedTo = Untrusted(people[std::size_t(number) % std::size(people)].toString());
    incident.created = now.plusSeconds(-3600 * (2 + number * 5));
    incident.updated = now.plusSeconds(-240 - number * 2900);
    if (number % 3 == 0)
        incident.customTags.append(Untrusted(tags[std::size_t(number) % std::size(tags)].toString()));
    if (number % 4 == 0)
        incident.customTags.append(Untrusted(tags[std::size_t(number + 2) % std::size(tags)].toString()));
    if (number % 5 == 0)
        incident.systemTags = {Untrusted(u"Credential Phish"_s)};
    if (incident.status.value == IncidentStatus::Resolved) {
        incident.classification = wordOf(Classification::TruePositive);
        incident.determination = wordOf(Determination::Phishing);
    }
    if (number % 2 == 0)
        incident.priorityScore = 92 - number * 2;
    return incident;
}

Alert sketchedAlert(const Incident &incident, int number, Moment now)
{
    Alert alert = samples::alert(u"fa%1-%2"_s.arg(incident.id.text).arg(number), incident.id.text, incident.updated);
    alert.title = number == 0 ? incident.displayName : Untrusted(u"Email messages containing malicious URL removed after delivery"_s);
    alert.severity = incident.severity;
    alert.status = wordOf(incident.status.value == IncidentStatus::Resolved ? AlertStatus::Resolved : number == 1 ? AlertStatus::InProgress : AlertStatus::New);
    alert.serviceSource = wordOf(sketches[std::size_t(4821 - incident.id.text.toInt()) % std::size(sketches)].source);
    alert.category = Untrusted(u"InitialAccess"_s);
    alert.created = incident.created.plusSeconds(number * 300);
    alert.firstActivity = incident.created.plusSeconds(-1800);
    alert.lastActivity = now.plusSeconds(-900 * (number + 1));
    alert.description = Untrusted(u"A mail with an address that turned out to be malicious was delivered and has been removed since."_s);
    alert.recommendedActions = Untrusted(u"Look for recipients who opened the address. Reset their passwords when they entered them."_s);
    return alert;
}

Evidence mail(int number, RemediationStatus status, Moment now)
{
    const QString recipients[] = {u"megan.byrne@contoso.example"_s, u"tom.adeyemi@contoso.example"_s, u"lena.frei@contoso.example"_s};
    Evidence evidence = samples::mailEvidence(u"1d5c7e2a-93b1-4c80-8a11-08de70c4a%1"_s.arg(100 + number), recipients[number % 3], status);
    evidence.label = Untrusted(u"Invoice %1 overdue, please pay today"_s.arg(20260 + number));
    evidence.mail->subject = evidence.label;
    evidence.mail->sender = Untrusted(u"billing@fabrikam-invoices.example"_s);
    evidence.mail->threats = {u"Phish, High confidence"_s};
    evidence.created = now.plusSeconds(-3600 * (number * 4 + 3));
    evidence.fields = {{u"subject"_s, evidence.label},
                       {u"p1Sender.emailAddress"_s, evidence.mail->sender},
                       {u"recipientEmailAddress"_s, Untrusted(evidence.mail->target.recipient)},
                       {u"networkMessageId"_s, Untrusted(evidence.mail->target.networkMessageId)},
                       {u"deliveryLocation"_s, Untrusted(u"Inbox"_s)},
                       {u"threats"_s, Untrusted(u"Phish, High confidence"_s)}};
    return evidence;
}

Evidence cluster(Moment now)
{
    Evidence evidence;
    evidence.type = u"mailClusterEvidence"_s;
    evidence.key = {u"cluster:1"_s};
    evidence.label = Untrusted(u"SenderIp = 203.0.113.7 and ContentType = 1"_s);
    evidence.created = now.plusSeconds(-3600 * 30);
    evidence.verdict = wordOf(Verdict::Malicious);
    evidence.remediation = wordOf(RemediationStatus::PendingApproval);
    MailCluster mails;
    mails.urn = u"urn:MailClusterEntity:1"_s;
    mails.query = evidence.label;
    mails.emailCount = 12'000;
    for (int i = 0; i < 14; ++i)
        mails.networkMessageIds.append(u"7f0e2b10-0000-4000-8000-0000000000%1"_s.arg(10 + i));
    evidence.cluster = mails;
    evidence.fields = {{u"query"_s, evidence.label}, {u"emailCount"_s, Untrusted(u"12000"_s)}};
    return evidence;
}

Evidence other(const QString &type, const QString &label, Verdict verdict, RemediationStatus status, Moment now)
{
    Evidence evidence;
    evidence.type = type;
    evidence.key = {type + u':' + label};
    evidence.label = Untrusted(label);
    evidence.created = now.plusSeconds(-7200);
    evidence.verdict = wordOf(verdict);
    evidence.remediation = wordOf(status);
    evidence.fields = {{u"value"_s, Untrusted(label)}};
    return evidence;
}

void addStory(World &world, Moment now)
{
    Incident &incident = world.incidents.first();
    incident.comments = {{Untrusted(u"Two recipients opened the address; passwords are being reset."_s), Untrusted(u"Ben Okafor"_s), now.plusSeconds(-5200)},
                         {Untrusted(u"Sender domain registered four days ago.\nNo legitimate traffic in the last 30 days."_s), Untrusted(u"Carla Mendez"_s),
                          now.plusSeconds(-2600)}};
    Alert &first = world.alerts.first();
    first.evidence = {mail(0, RemediationStatus::PendingApproval, now), mail(1, RemediationStatus::PendingApproval, now), mail(2, RemediationStatus::Remediated, now),
                      other(u"urlEvidence"_s, u"https://pay.fabrikam-invoices.example/login?u=megan"_s, Verdict::Malicious, RemediationStatus::None, now),
                      other(u"userEvidence"_s, u"megan.byrne@contoso.example"_s, Verdict::Suspicious, RemediationStatus::None, now),
                      other(u"fileEvidence"_s, u"invoice-20260.html"_s, Verdict::Malicious, RemediationStatus::Prevented, now),
                      other(u"ipEvidence"_s, u"203.0.113.7"_s, Verdict::Unknown, RemediationStatus::None, now)};
    first.investigation = wordOf(InvestigationState::PendingApproval);
}

} // namespace

IncidentId storyIncident() { return {u"4821"_s}; }

World ordinaryWorld(Moment now)
{
    World world;
    for (int number = 0; number < 40; ++number) {
        world.incidents.append(sketched(number, now));
        for (int each = 0; each < 1 + number % 4; ++each)
            world.alerts.append(sketchedAlert(world.incidents.last(), each, now));
        if (number == 7)
            world.alerts.last().evidence = {cluster(now)};
        else if (number % 9 == 3)
            world.alerts.last().evidence = {mail(number, RemediationStatus::PendingApproval, now)};
        else if (number == 5)
            world.alerts.last().evidence = {other(u"mailboxConfigurationEvidence"_s, u"Forward to archive@external.example"_s, Verdict::Suspicious,
                                                  RemediationStatus::PendingApproval, now)};
    }
    addStory(world, now);
    return world;
}

QList<QString> hostileTexts()
{
    return {u"<b>Verified by Microsoft</b><img src=file:///etc/passwd>"_s,
            u"Re: <script>alert(1)</script> &lt;b&gt; & more"_s,
            u"invoice\u202Efdp.exe \u2066hidden\u2069"_s,
            u"zero\u200Bwidth\u200D and \u0007 control \u001B[31m"_s,
            u"line\nbreak\u2028and\ttab"_s,
            QString(6000, u'W'),
            u"مرحبا invoice שלום 12345"_s,
            u"Za\u0336\u0337\u0338\u0335\u0334\u0333\u0332\u0331\u0330\u032F\u032E\u032D\u032C\u032Blgo"_s,
            u"%1 %2 %n {0} %s"_s,
            u"日本語の件名 – 支払い期限"_s};
}

World hostileWorld(Moment now)
{
    const QList<QString> texts = hostileTexts();
    World world = ordinaryWorld(now);
    const auto text = [&texts](qsizetype number) { return Untrusted(texts.at(number % texts.size())); };
    for (qsizetype i = 0; i < world.incidents.size(); ++i) {
        Incident &incident = world.incidents[i];
        incident.displayName = text(i);
        incident.description = text(i + 1);
        incident.summary = text(i + 2);
        incident.assignedTo = text(i + 3);
        incident.customTags = {text(i), text(i + 1)};
        incident.systemTags = {text(i + 2)};
        incident.comments = {{text(i), text(i + 1), now}, {text(i + 5), text(i), now}};
        incident.status.wire = i == 3 ? texts.first() : incident.status.wire;
    }
    for (qsizetype i = 0; i < world.alerts.size(); ++i) {
        Alert &alert = world.alerts[i];
        alert.title = text(i);
        alert.description = text(i + 1);
        alert.recommendedActions = text(i + 2);
        alert.category = text(i + 3);
        for (qsizetype e = 0; e < alert.evidence.size(); ++e) {
            alert.evidence[e].label = text(i + e);
            alert.evidence[e].remediationDetails = text(i + e + 1);
            for (EvidenceField &field : alert.evidence[e].fields)
                field.value = text(i + e);
        }
    }
    return world;
}

} // namespace fixture
