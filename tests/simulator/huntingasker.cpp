// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"

#include <QDateTime>
#include <QJsonDocument>

namespace simulator::test {

using namespace Qt::StringLiterals;

QStringList HuntingReply::names() const
{
    QStringList names;
    for (const QJsonValue &column : schema) {
        names.append(column[u"name"].toString());
    }
    return names;
}

QString HuntingReply::typeOf(const QString &column) const
{
    for (const QJsonValue &entry : schema) {
        if (entry[u"name"].toString() == column) {
            return entry[u"type"].toString();
        }
    }
    return {};
}

QStringList HuntingReply::texts(const QString &column) const
{
    QStringList texts;
    for (const QJsonValue &row : rows) {
        texts.append(row[column].toVariant().toString());
    }
    return texts;
}

QJsonValue HuntingReply::cell(const QString &column, int row) const
{
    return rows.at(row)[column];
}

HuntingReply hunt(TenantDriver &driver, const QString &query, const QJsonValue &timespan)
{
    QJsonObject body {{u"Query"_s, query}};
    if (!timespan.isUndefined()) {
        body.insert(u"Timespan"_s, timespan);
    }
    const Reply reply = driver.send("POST", u"/security/runHuntingQuery"_s, body);
    const QJsonObject json = reply.json();
    return {reply.status, reply.errorMessage(),          json[u"schema"].toArray(), json[u"results"].toArray(),
            reply.body,   reply.header("Retry-After")};
}

QList<QJsonObject> allMails(TenantDriver &driver)
{
    QList<QJsonObject> mails;
    for (QString next = u"/security/collaboration/analyzedEmails?$top=1000"_s; !next.isEmpty();) {
        const QJsonObject page = driver.get(next, application()).json();
        const QJsonArray value = page[u"value"].toArray();
        for (const QJsonValue &mail : value) {
            mails.append(mail.toObject());
        }
        next = QUrl(page[u"@odata.nextLink"].toString()).toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    }
    return mails;
}

QDateTime timeOf(const QJsonValue &stamp)
{
    return QDateTime::fromString(stamp.toString().left(19) + u'Z', Qt::ISODate);
}

} // namespace simulator::test
