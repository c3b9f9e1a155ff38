// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphanswer.h"

#include "challenge.h"
#include "failure.h"
#include "httpdate.h"
#include "jsonsyntax.h"
#include "jsonvalue.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;

namespace {

ErrorKind kindOf(int status)
{
    switch (status) {
    case 401: return ErrorKind::SignInNeeded;
    case 403: return ErrorKind::NotPermitted;
    case 404: return ErrorKind::NotFound;
    case 429: return ErrorKind::Throttled;
    default: return status >= 500 ? ErrorKind::ServerFailed : ErrorKind::BadRequest;
    }
}

QString requestId(const HttpAnswer &answer)
{
    return QString::fromLatin1(answer.header("request-id").left(128));
}

} // namespace

QString bodyProblem(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return u"emptyBody"_s;
    if (!jsonShape(body).isComplete)
        return u"malformed"_s;
    const simdjson::padded_string bytes = padded(withoutByteOrderMark(body));
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(bytes).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS)
        return u"noObject"_s;
    bool isError = false;
    const bool isRead =
        forEachMember(object, [&isError](std::string_view name, JsonValue) { isError = isError || name == "error"; });
    if (!isRead)
        return u"malformed"_s;
    return isError ? u"errorInAnswer"_s : QString();
}

bool isDefiniteRefusal(int status)
{
    constexpr int refusals[] = {400, 401, 403, 404, 409, 412, 413, 415, 422, 429};
    return std::find(std::begin(refusals), std::end(refusals), status) != std::end(refusals);
}

domain::Error statusError(const HttpAnswer &answer, const QString &tried, bool isWrite)
{
    domain::Error error = failure(kindOf(answer.status), tried);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object().value("error"_L1).toObject();
    error.code = body.value("code"_L1).toString();
    error.detail = body.value("message"_L1).toString();
    if (answer.status == 401 && claimsWanted(answer.headersNamed("www-authenticate")))
        error.code = u"insufficientClaims"_s; // the person has to sign in anew, see models/wording
    error.httpStatus = answer.status;
    error.requestId = requestId(answer);
    if (error.requestId.isEmpty())
        error.requestId = body.value("innerError"_L1).toObject().value("request-id"_L1).toString();
    error.mayHaveBeenApplied = isWrite && !isDefiniteRefusal(answer.status);
    return error;
}

domain::Result<GraphAnswer> graphAnswer(const HttpAnswer &answer, const QString &tried, bool isWrite)
{
    const bool needsNoBody = answer.status == 202 || answer.status == 204;
    const QString problem = needsNoBody && answer.body.trimmed().isEmpty() ? QString() : bodyProblem(answer.body);
    const bool isOddForWrite = isWrite && answer.status != 200 && answer.status != 201 && !needsNoBody;
    if (!problem.isEmpty() || isOddForWrite) {
        domain::Error error = failure(problem.isEmpty() ? ErrorKind::Incomplete : ErrorKind::NotGraph, tried,
                                      problem.isEmpty() ? u"unexpectedStatus"_s : problem);
        error.httpStatus = answer.status;
        error.requestId = requestId(answer);
        error.mayHaveBeenApplied = isWrite;
        return error;
    }
    GraphAnswer result;
    result.status = answer.status;
    result.body = answer.body;
    result.location = answer.header("location");
    result.requestId = requestId(answer);
    result.serverDate = httpDate(answer.header("date"));
    const QList<QByteArray> warnings = answer.headersNamed("warning");
    result.incomplete = answer.status == 206 || !warnings.isEmpty();
    result.warning = QString::fromUtf8(warnings.join(", "));
    return result;
}

} // namespace remote
