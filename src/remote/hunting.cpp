// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hunting.h"

#include "failure.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

QJsonValue either(const QJsonObject &object, QLatin1StringView name, QLatin1StringView older)
{
    return object.contains(name) ? object.value(name) : object.value(older);
}

} // namespace

domain::Result<HuntingAnswer> readHuntingAnswer(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue rows = either(object, "results"_L1, "Results"_L1);
    if (!rows.isArray())
        return failure(domain::ErrorKind::NotGraph, u"read the answer of hunting"_s, u"noResults"_s);
    HuntingAnswer answer;
    const QJsonArray schema = either(object, "schema"_L1, "Schema"_L1).toArray();
    for (const QJsonValue &column : schema)
        answer.columns.append(either(column.toObject(), "name"_L1, "Name"_L1).toString());
    const QJsonArray items = rows.toArray();
    for (const QJsonValue &item : items) {
        QJsonObject row;
        const QJsonObject received = item.toObject();
        for (auto member = received.begin(); member != received.end(); ++member) {
            if (!member.key().contains("@odata"_L1)) // annotations of types
                row.insert(member.key(), member.value());
        }
        answer.rows.append(row);
    }
    return answer;
}

void Hunting::run(const QString &kql, const QString &timespan, Lane lane, QObject *asker,
                  std::function<void(domain::Result<HuntingAnswer>)> answer)
{
    QJsonObject body {{u"Query"_s, kql}};
    if (!timespan.isEmpty())
        body.insert(u"Timespan"_s, timespan);
    GraphRequest request;
    request.method = "POST";
    request.path = "/v1.0/security/runHuntingQuery";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.onlyReads = true;
    request.bucket = Bucket::Hunting;
    request.lane = lane;
    request.tried = u"run a hunting query"_s;
    m_client.send(request, asker, [answer = std::move(answer)](const domain::Result<GraphAnswer> &result) {
        if (!result)
            return answer(result.error());
        domain::Result<HuntingAnswer> read = readHuntingAnswer(result->body);
        if (!read)
            return answer(read.error());
        read->serverDate = result->serverDate;
        read->requestId = result->requestId;
        answer(std::move(read));
    });
}

} // namespace remote
