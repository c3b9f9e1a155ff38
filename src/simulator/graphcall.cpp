// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphcall.h"

#include "graphanswer.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

bool GraphCall::is(int segment, QLatin1StringView name) const
{
    const QString given = segments.value(segment);
    const auto isThat = [&given, name](QLatin1StringView prefix) {
        return given.compare(QString(prefix + name), Qt::CaseInsensitive) == 0;
    };
    return isThat(""_L1) || isThat("microsoft.graph.security."_L1) || isThat("microsoft.graph."_L1);
}

QString GraphCall::context(const QString &path) const
{
    return request.baseUrl + (beta ? u"/beta/$metadata#"_s : u"/v1.0/$metadata#"_s) + path;
}

Response GraphCall::error(int status, const QString &code, const QString &message) const
{
    return errorAnswer(status, code, message, request, now);
}

Response GraphCall::badRequest(const QString &message) const
{
    return error(400, u"BadRequest"_s, message);
}

Response GraphCall::notFound() const
{
    return error(404, u"NotFound"_s, u"The requested resource does not exist."_s);
}

Response GraphCall::wrongMethod() const
{
    return error(405, u"Request_BadRequest"_s, u"Specified HTTP method is not allowed for the request target."_s);
}

Result<QJsonObject> GraphCall::bodyObject() const
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        return Failure {u"Unable to read JSON request payload: %1"_s.arg(
            request.body.isEmpty() ? u"the body is empty"_s : problem.errorString())};
    }
    return document.object();
}

} // namespace simulator
