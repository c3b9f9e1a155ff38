// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphanswer.h"

#include <QJsonDocument>
#include <QUuid>

namespace simulator {

using namespace Qt::StringLiterals;

Response jsonAnswer(const QByteArray &body, int status)
{
    Response answer;
    answer.status = status;
    answer.headers = {{"Content-Type",
                       "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"},
                      {"OData-Version", "4.0"}};
    answer.body = body;
    return answer;
}

Response jsonAnswer(const QJsonObject &body, int status)
{
    return jsonAnswer(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
}

Response errorAnswer(int status, const QString &code, const QString &message, const Request &request, Ticks now)
{
    const QByteArray clientId = request.header("client-request-id");
    const QString id = clientId.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces)
                                          : QString::fromLatin1(clientId);
    const QJsonObject inner {{u"date"_s, secondStamp(now).chopped(1)}, // the service gives no zone here
                             {u"request-id"_s, id},
                             {u"client-request-id"_s, id}};
    Response answer = jsonAnswer(QJsonObject {{u"error"_s, QJsonObject {{u"code"_s, code},
                                                                        {u"message"_s, message},
                                                                        {u"innerError"_s, inner}}}},
                                 status);
    answer.headers[0].value = "application/json";
    return answer;
}

} // namespace simulator
