// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

struct Wanted {
    QStringList messages;
    QStringList recipients; // empty when some target stands for all recipients
};

Wanted wantedOf(const QList<domain::MailTarget> &targets)
{
    Wanted wanted;
    const bool everybody =
        std::any_of(targets.begin(), targets.end(), [](const auto &t) { return t.recipient.isEmpty(); });
    for (const domain::MailTarget &target : targets) {
        wanted.messages.append(target.networkMessageId);
        if (!everybody)
            wanted.recipients.append(target.recipient);
    }
    for (QStringList *list : {&wanted.messages, &wanted.recipients}) {
        list->sort();
        list->removeDuplicates();
    }
    return wanted;
}

QString whereTargets(const QList<domain::MailTarget> &targets)
{
    const Wanted wanted = wantedOf(targets);
    QString text = u"| where NetworkMessageId in "_s + kqlList(wanted.messages) + u'\n';
    if (!wanted.recipients.isEmpty())
        text += u"| where RecipientEmailAddress in~ "_s + kqlList(wanted.recipients) + u'\n';
    return text;
}

} // namespace

QString kqlString(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        const bool needsCode = c.unicode() < 0x20 || c.unicode() == 0x7f || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        if (c == u'"' || c == u'\\')
            result += u'\\' + c;
        else if (needsCode)
            result += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result + u'"';
}

QString kqlList(const QStringList &texts)
{
    QStringList quoted;
    for (const QString &text : texts)
        quoted.append(kqlString(text));
    return u'(' + quoted.join(", "_L1) + u')';
}

QString latestLocationQuery(const QList<domain::MailTarget> &targets)
{
    return u"EmailEvents\n"_s + whereTargets(targets)
        + u"| project Timestamp, NetworkMessageId, RecipientEmailAddress, LatestDeliveryLocation, LatestDeliveryAction"_s;
}

QString postDeliveryQuery(const QList<domain::MailTarget> &targets, domain::Moment since)
{
    return u"EmailPostDeliveryEvents\n| where Timestamp >= datetime("_s + since.wire() + u")\n"_s
        + whereTargets(targets)
        + u"| project Timestamp, NetworkMessageId, RecipientEmailAddress, Action, ActionType, ActionTrigger, ActionResult, "
          "DeliveryLocation"_s;
}

} // namespace remote
