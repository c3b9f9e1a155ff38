// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backgroundevidence.h"

#include "alertbody.h"
#include "cloudevidence.h"
#include "endpointevidence.h"
#include "identityevidence.h"
#include "mailevidence.h"
#include "random.h"
#include "texttemplate.h"

#include <vector>

namespace simulator {

using namespace Qt::StringLiterals;
using namespace holes;

namespace {

constexpr quint64 shapeStream = 31;

enum class ShapePiece {
    Message0,
    Message1,
    Message2,
    Message3,
    Mailbox0,
    Mailbox1,
    Mailbox2,
    Cluster,
    Link,
    LinkHost,
    Attachment,
    AttachmentHash,
    User0,
    User1,
    User2,
    Ip,
    Device0,
    Device1,
    File,
    Process,
    RunKey,
    RunValue,
    CloudApp,
    Logon,
    Storage,
    Container,
    Group
};

QString at(int number)
{
    return TextTemplate::hole(number);
}

Person personAt(int which)
{
    const int base = personBase + which * personStep;
    Person person;
    person.displayName = at(base + Name);
    person.upn = at(base + Upn);
    person.objectId = at(base + ObjectId);
    person.sid = at(base + Sid);
    person.account = at(base + Account);
    return person;
}

Device machineAt(int which)
{
    const int base = machineBase + which * machineStep;
    Device device;
    device.hostName = at(base + Host);
    device.dnsName = at(base + Dns);
    device.mdeId = at(base + MdeId);
    device.entraId = at(base + EntraId);
    device.address = at(base + Inside);
    device.externalAddress = at(base + Outside);
    device.platform = u"Windows11"_s;
    device.version = u"23H2"_s;
    device.build = 22631;
    return device;
}

MessageFacts messageAt(int which, bool withUrl)
{
    const int base = mailBase + which * mailStep;
    return {.networkMessageId = at(base + MessageId),
            .internetMessageId = at(base + InternetId),
            .subject = at(base + Subject),
            .recipient = at(base + Recipient),
            .senderName = at(base + holes::SenderName),
            .senderAddress = QString(at(base + SenderLocal) + u'@' + at(base + SenderDomain)),
            .envelopeAddress = QString(at(base + EnvelopeLocal) + u'@' + at(base + EnvelopeDomain)),
            .senderIp = at(base + SenderIp),
            .received = at(base + Received),
            .deliveryAction = at(base + Action),
            .deliveryLocation = at(base + Location),
            .direction = u"Inbound"_s,
            .urn = at(base + Urn),
            .threat = at(base + Threat),
            .detection = at(base + Detection),
            .urls = withUrl ? QStringList {at(Url)} : QStringList(),
            .attachments = withUrl ? 0 : 1};
}

FileFacts fileAt()
{
    return {.name = at(FileName),
            .path = QString(u"C:\\Users\\"_s + at(personBase + Account) + u"\\Downloads"_s),
            .sha1 = at(Sha1),
            .sha256 = at(Sha256),
            .size = 284'672};
}

FileFacts shellFile()
{
    return {.name = u"powershell.exe"_s,
            .path = u"C:\\Windows\\System32\\WindowsPowerShell\\v1.0"_s,
            .sha1 = u"6cbce4a295c163791b60fc23d285e6d84f28ee4c"_s,
            .sha256 = u"de96a6e69944335375dc1ac238336066889d9ffc7d73628ef4fe1b1b160ab32c"_s,
            .size = 452'608,
            .publisher = u"Microsoft Corporation"_s};
}

std::vector<ShapePiece> piecesOf(AlertKind kind)
{
    using enum ShapePiece;
    switch (kind) {
    case AlertKind::ReportedByUser:
        return {Message0, Mailbox0, User0, Link, Message1, Mailbox1, Ip, Cluster, LinkHost, Message2, Mailbox2, User1};
    case AlertKind::UrlClicked:
        return {User0, Link, Message0, Mailbox0, Ip, Device0, LinkHost, Message1, Mailbox1, Cluster, Message2, User1};
    case AlertKind::UrlRemoved:
    case AlertKind::PhishDelivered:
        return {Message0, Link, Mailbox0, Message1, Mailbox1, Cluster, Ip, Message2, Mailbox2, LinkHost, Message3, User0};
    case AlertKind::FileRemoved:
        return {Message0, Attachment, AttachmentHash, Mailbox0, Message1, Mailbox1, Cluster, Ip, Message2, Mailbox2,
                Message3, User0};
    case AlertKind::SendingSuspicious:
        return {User0, Mailbox0, Ip, Logon, LinkHost, CloudApp, Device0, Group, User1, Mailbox1, Device1, User2};
    case AlertKind::MalwarePrevented:
        return {Device0, File, User0, Process, AttachmentHash, RunKey, Ip, Device1, RunValue, User1, Link, User2};
    case AlertKind::ScriptSuspicious:
        return {Device0, Process, User0, File, Ip, RunValue, RunKey, Link, AttachmentHash, Device1, User1, LinkHost};
    case AlertKind::SignInUnfamiliar:
        return {User0, Ip, Logon, CloudApp, Device0, Mailbox0, User1, Device1, Group, LinkHost, User2, Mailbox1};
    case AlertKind::ImpossibleTravel:
    case AlertKind::MassDownload:
        return {User0, CloudApp, Ip, Logon, Device0, File, User1, Group, Mailbox0, Device1, LinkHost, User2};
    case AlertKind::PolicyMatched:
        return {User0, Mailbox0, File, CloudApp, User1, Device0, Mailbox1, Ip, User2, Group, Mailbox2, Device1};
    case AlertKind::StorageAccess:
        return {Storage, Container, Ip, User0, File, CloudApp, Logon, User1, Group, LinkHost, Device0, User2};
    case AlertKind::Reconnaissance:
        return {User0, Device0, Group, Device1, Ip, User1, Process, User2, RunKey, File, Logon, Mailbox0};
    }
    return {};
}

struct Shaper {
    Random random;
    EvidenceHead head;
    bool url; // the mails carry a link, not an attachment

    EvidenceHead withStatus(QLatin1StringView status, QLatin1StringView verdict) const
    {
        EvidenceHead changed = head;
        changed.status = status;
        changed.verdict = verdict;
        return changed;
    }

    QJsonObject mailItem(ShapePiece piece) const;
    QJsonObject otherItem(ShapePiece piece) const;
};

// Mails and clusters take their status from the incident.
QJsonObject pendingAware(QJsonObject item)
{
    item.insert(u"remediationStatus"_s, at(MailStatus));
    return item;
}

QJsonObject Shaper::mailItem(ShapePiece piece) const
{
    const EvidenceHead bad = withStatus("none"_L1, "malicious"_L1);
    switch (piece) {
    case ShapePiece::Message0: return pendingAware(messageEvidence(bad, messageAt(0, url)));
    case ShapePiece::Message1: return pendingAware(messageEvidence(bad, messageAt(1, url)));
    case ShapePiece::Message2: return pendingAware(messageEvidence(bad, messageAt(2, url)));
    case ShapePiece::Message3: return pendingAware(messageEvidence(bad, messageAt(3, url)));
    case ShapePiece::Mailbox0: return mailboxEvidence(head, personAt(0));
    case ShapePiece::Mailbox1: return mailboxEvidence(head, personAt(1));
    case ShapePiece::Mailbox2: return mailboxEvidence(head, personAt(2));
    case ShapePiece::Cluster:
        return pendingAware(clusterEvidence(bad,
                                            {.urn = at(ClusterUrn),
                                             .by = u"Subject;P2SenderDomain"_s,
                                             .value = QString(at(mailBase + Subject) + u';' + at(mailBase + SenderDomain)),
                                             .query = at(ClusterQuery),
                                             .count = BackgroundPlan::mailsInGroup,
                                             .networkMessageIds = {at(mailBase + MessageId),
                                                                   at(mailBase + mailStep + MessageId),
                                                                   at(mailBase + 2 * mailStep + MessageId),
                                                                   at(mailBase + 3 * mailStep + MessageId)}}));
    case ShapePiece::Attachment: return fileEvidence(bad, fileAt(), {}, "detected"_L1);
    default: return urlEvidence(bad, at(Url));
    }
}

QJsonObject Shaper::otherItem(ShapePiece piece) const
{
    switch (piece) {
    case ShapePiece::LinkHost: return dnsEvidence(head, at(UrlDomain), at(Address));
    case ShapePiece::AttachmentHash: return fileHashEvidence(head, at(Sha256));
    case ShapePiece::User0: return userEvidence(head, personAt(0));
    case ShapePiece::User1: return userEvidence(head, personAt(1));
    case ShapePiece::User2: return userEvidence(head, personAt(2));
    case ShapePiece::Ip: return ipEvidence(head, {.address = at(Address), .countryCode = u"CH"_s, .country = u"Switzerland"_s, .city = u"Zug"_s});
    case ShapePiece::Device0: return deviceEvidence(head, machineAt(0), {.risk = "medium"_L1});
    case ShapePiece::Device1: return deviceEvidence(head, machineAt(1), {.risk = "low"_L1});
    case ShapePiece::File: return fileEvidence(head, fileAt(), at(machineBase + MdeId), "prevented"_L1);
    case ShapePiece::Process:
        return processEvidence(head,
                               {.id = 7212,
                                .parentId = 1840,
                                .created = at(FirstActivity),
                                .parentCreated = at(FirstActivity),
                                .commandLine = u"powershell.exe -nop -w hidden -enc SQBFAFgA"_s,
                                .image = shellFile(),
                                .parentImage = fileAt()},
                               machineAt(0), personAt(0));
    case ShapePiece::RunKey:
        return registryKeyEvidence(head, u"HKEY_CURRENT_USER"_s, u"Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s);
    case ShapePiece::RunValue:
        return registryValueEvidence(head,
                                     {.hive = u"HKEY_CURRENT_USER"_s,
                                      .key = u"Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s,
                                      .name = u"Updater"_s,
                                      .type = u"String"_s,
                                      .value = at(FileName)},
                                     at(machineBase + MdeId));
    case ShapePiece::CloudApp: return cloudApplicationEvidence(head, 20892, u"Microsoft SharePoint Online"_s, 0);
    case ShapePiece::Logon: return logonRequestEvidence(head, at(Guid));
    case ShapePiece::Storage: return storageEvidence(head, {.subscription = at(Guid), .account = u"hlarchive"_s, .container = u"scans"_s, .blob = {}, .sha256 = {}});
    case ShapePiece::Container: return containerEvidence(head, {.subscription = at(Guid), .account = u"hlarchive"_s, .container = u"scans"_s, .blob = {}, .sha256 = {}});
    case ShapePiece::Group: return groupEvidence(head, {.id = at(Guid), .name = u"Finance Approvers"_s, .sid = at(personBase + Sid)});
    default: return mailItem(piece);
    }
}

} // namespace

QJsonObject alertShape(quint64 seed, AlertKind kind, int variant)
{
    const std::array statuses {"none"_L1, "none"_L1, "none"_L1, "active"_L1, "remediated"_L1, "prevented"_L1};
    const std::array verdicts {"suspicious"_L1, "suspicious"_L1, "malicious"_L1, "unknown"_L1};
    Shaper shaper {Random(seed, {shapeStream, static_cast<quint64>(kind), static_cast<quint64>(variant)}),
                   {.created = at(EvidenceCreated)},
                   kind != AlertKind::FileRemoved};
    std::vector<ShapePiece> pieces = piecesOf(kind);
    // always the two that make the alert, then some of the others, in their order
    const int wanted = shaper.random.between(4, 12);
    while (static_cast<int>(pieces.size()) > wanted) {
        pieces.erase(pieces.begin() + shaper.random.between(2, static_cast<int>(pieces.size()) - 1));
    }
    QJsonArray evidence;
    for (const ShapePiece piece : pieces) {
        shaper.head.status = shaper.random.pick(statuses);
        shaper.head.verdict = shaper.random.pick(verdicts);
        evidence.append(shaper.otherItem(piece));
    }
    const KindFacts &facts = factsOf(kind);
    AlertText text;
    text.title = facts.title;
    text.category = facts.category;
    text.detectionSource = facts.detectionSource;
    text.techniques = {facts.technique};
    text.description = facts.title + u": automated detection, see the evidence."_s;
    return alertBody(facts.source, text, at(FirstActivity), at(LastActivity), evidence);
}

} // namespace simulator
