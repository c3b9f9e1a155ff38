// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tenant knows about a mail: the message itself, and one delivery for each recipient, which has a place of its own
// and a history. Values of the tenant thread.

#include "stamp.h"

#include <QList>
#include <QString>

namespace simulator {

enum class Place : quint8 {
    Inbox,
    Junk,
    DeletedItems,
    SoftDeleted, // Recoverable Items\Deletions
    HardDeleted,
    Quarantine,
    External, // left the organisation
    Failed,
    Dropped,
    Unknown
};

enum class MailDirection : quint8 { Inbound, Outbound, Internal };
enum class MailThreat : quint8 { None, Spam, Phish, Malware };

struct MailUrl {
    QString url {};
    bool malicious = false;
};

struct MailAttachment {
    QString name {};
    QString type {}; // as hunting says it, e.g. "pdf"
    QString sha256 {};
    qint64 size = 0;
    QString family {}; // of malware; empty when clean
};

struct Mail {
    QString networkMessageId {};
    QString internetMessageId {};
    QString subject {};
    QString senderName {};
    QString senderAddress {}; // From header
    QString envelopeAddress {}; // MAIL FROM
    QString senderIp {};
    qint64 clusterId = 0;
    qint64 size = 0; // bytes
    Ticks received = 0;
    MailDirection direction = MailDirection::Inbound;
    MailThreat threat = MailThreat::None;
    bool highConfidence = false;
    bool authenticated = true; // SPF, DKIM and DMARC passed
    QList<MailUrl> urls {};
    QList<MailAttachment> attachments {};
};

// One line of EmailPostDeliveryEvents, and of the mail's timeline.
struct MailMove {
    enum class By : quint8 { User, Zap, Automation, Administrator };

    Ticks at = 0;
    By by = By::User;
    QString action {}; // what was done, in words
    QString result {}; // "Success", …
    Place place = Place::Unknown; // where it is afterwards
};

// A link in it that the recipient followed, or tried to.
struct MailClick {
    Ticks at = 0;
    int url = 0; // position in the mail
    bool blocked = false;
    bool through = false; // past the warning
    QString address {}; // of the recipient's machine
};

struct MailCopy {
    quint32 mail = 0; // index
    QString recipient {};
    Place original = Place::Inbox;
    Place latest = Place::Inbox;
    QList<MailMove> moves {};
    QList<MailClick> clicks {};
};

} // namespace simulator
