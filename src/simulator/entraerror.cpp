// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entraerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    int number;
    int status;
    const char16_t *error;
    const char16_t *suberror;
    const char16_t *text; // %1: the subject
};

// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
constexpr std::array known = {
    Known {28000, 400, u"invalid_scope", u"", u"The scope names more than one resource: %1."},
    Known {50011, 400, u"invalid_request", u"",
           u"The redirect URI '%1' does not match one configured for the application."},
    Known {50020, 400, u"invalid_grant", u"",
           u"User account from another identity provider does not exist in the tenant."},
    Known {50034, 400, u"invalid_grant", u"", u"The user account %1 does not exist in the directory."},
    Known {50057, 400, u"invalid_grant", u"", u"The user account is disabled."},
    Known {50058, 400, u"login_required", u"", u"A silent sign-in request was sent but no user is signed in."},
    Known {50059, 400, u"invalid_request", u"", u"No tenant-identifying information found in the request."},
    Known {50076, 400, u"interaction_required", u"basic_action", u"You must use multi-factor authentication."},
    Known {50079, 400, u"interaction_required", u"basic_action", u"You must enrol in multi-factor authentication."},
    Known {50105, 400, u"invalid_grant", u"", u"The signed in user is not assigned to a role for the application."},
    Known {50147, 400, u"invalid_request", u"", u"Missing Code_Challenge parameter."},
    Known {50158, 400, u"interaction_required", u"additional_action", u"External security challenge not satisfied."},
    Known {50173, 400, u"invalid_grant", u"bad_token", u"The grant was revoked; a fresh sign-in is needed."},
    Known {50196, 400, u"invalid_grant", u"", u"The client made a loop of requests; stop and try later."},
    Known {53000, 400, u"interaction_required", u"message_only", u"Device is not in the required device state."},
    Known {53001, 400, u"interaction_required", u"message_only",
           u"Device is not in the required device state: joined."},
    Known {53003, 400, u"interaction_required", u"message_only", u"Access was blocked by Conditional Access policies."},
    Known {53011, 400, u"interaction_required", u"message_only", u"User blocked due to risk on the home tenant."},
    Known {54005, 400, u"invalid_grant", u"", u"The authorization code was already redeemed; retry with a new code."},
    Known {65001, 400, u"invalid_grant", u"consent_required", u"Nobody has consented to use the application for %1."},
    Known {65004, 400, u"access_denied", u"", u"User declined to consent to access the app."},
    Known {70000, 400, u"invalid_grant", u"", u"The grant is not valid: %1."},
    Known {70003, 400, u"unsupported_grant_type", u"", u"The app requested an unsupported grant type '%1'."},
    Known {70008, 400, u"invalid_grant", u"token_expired", u"The authorization code or refresh token has expired."},
    Known {70011, 400, u"invalid_scope", u"", u"The value for the input parameter 'scope' is not valid: %1."},
    Known {90002, 400, u"invalid_request", u"", u"Tenant '%1' not found. Check that you have the correct tenant ID."},
    Known {90033, 503, u"temporarily_unavailable", u"", u"A transient error has occurred. Please try again."},
    Known {90094, 400, u"access_denied", u"consent_required", u"An administrator must consent to the application."},
    Known {501481, 400, u"invalid_grant", u"",
           u"The Code_Verifier does not match the code_challenge of the authorization request."},
    Known {501491, 400, u"invalid_request", u"", u"Invalid Code_Challenge or Code_Challenge_method parameter."},
    Known {650053, 400, u"invalid_client", u"",
           u"The application asked for scope '%1' that does not exist on the resource."},
    Known {700016, 400, u"unauthorized_client", u"",
           u"Application with identifier '%1' was not found in the directory."},
    Known {700027, 401, u"invalid_client", u"",
           u"The certificate of the client assertion is not registered on the application."},
    Known {700051, 400, u"unsupported_response_type", u"",
           u"The response_type '%1' is not enabled for the application."},
    Known {700082, 400, u"invalid_grant", u"token_expired", u"The refresh token has expired due to inactivity."},
    Known {700084, 400, u"invalid_grant", u"token_expired", u"The refresh token has a fixed lifetime, which is over."},
    Known {900144, 400, u"invalid_request", u"", u"The request must contain the following parameter: '%1'."},
    Known {900561, 405, u"invalid_request", u"", u"The endpoint only accepts POST requests. Received a %1 request."},
    Known {7000215, 401, u"invalid_client", u"", u"Invalid client secret provided for the application '%1'."},
    Known {7000218, 401, u"invalid_client", u"",
           u"The kind of the application and the presence of 'client_secret' disagree."},
    Known {7000222, 401, u"invalid_client", u"", u"The provided client secret keys for the application are expired."},
    Known {9002313, 400, u"invalid_grant", u"", u"Invalid request. Request is malformed or invalid."},
};

QString newGuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

EntraError entraError(int number, const QString &subject)
{
    for (const Known &entry : known) {
        if (entry.number != number)
            continue;
        const QString text = QString::fromUtf16(entry.text);
        return {number,       QString::fromUtf16(entry.error),    text.contains("%1"_L1) ? text.arg(subject) : text,
                entry.status, QString::fromUtf16(entry.suberror), {}};
    }
    return {number, u"invalid_request"_s, u"The request was refused."_s, 400, {}, {}};
}

QString description(const EntraError &error)
{
    return u"AADSTS%1: %2"_s.arg(QString::number(error.number), error.text);
}

Response errorResponse(const EntraError &error, const Request &request, const QDateTime &now)
{
    const QByteArray clientId = request.header("client-request-id");
    const QString correlation = clientId.isEmpty() ? newGuid() : QString::fromLatin1(clientId);
    QJsonObject body {{u"error"_s, error.error},
                      {u"error_description"_s, description(error)},
                      {u"error_codes"_s, QJsonArray {error.number}},
                      {u"timestamp"_s, now.toUTC().toString(u"yyyy-MM-dd HH:mm:ss'Z'")},
                      {u"trace_id"_s, newGuid()},
                      {u"correlation_id"_s, correlation}};
    if (!error.suberror.isEmpty())
        body.insert(u"suberror"_s, error.suberror);
    if (!error.claims.isEmpty())
        body.insert(u"claims"_s, error.claims);
    Response response;
    response.status = error.status;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store, no-cache"}};
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace simulator
