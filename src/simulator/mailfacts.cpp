// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailfacts.h"

#include "mailwords.h"

namespace simulator {

using namespace Qt::StringLiterals;

MessageFacts messageFacts(const MailStore &mails, quint32 delivery)
{
    const MailCopy &copy = mails.delivery(delivery);
    const Mail &mail = mails.mail(copy.mail);
    MessageFacts facts {.networkMessageId = mail.networkMessageId,
                        .internetMessageId = mail.internetMessageId,
                        .subject = mail.subject,
                        .recipient = copy.recipient,
                        .senderName = mail.senderName,
                        .senderAddress = mail.senderAddress,
                        .envelopeAddress = mail.envelopeAddress,
                        .senderIp = mail.senderIp,
                        .received = secondStamp(mail.received),
                        .deliveryAction = huntingAction(copy.original),
                        .deliveryLocation = evidencePlace(copy.original),
                        .direction = evidenceDirection(mail.direction),
                        .urn = QString(u"urn:MailEntity:"_s + QString(mail.networkMessageId).remove(QChar(u'-'))),
                        .threat = threatWord(mail.threat),
                        .detection = detectionMethod(mail)};
    for (const MailUrl &url : mail.urls) {
        facts.urls.append(url.url);
    }
    facts.attachments = static_cast<int>(mail.attachments.size());
    return facts;
}

} // namespace simulator
