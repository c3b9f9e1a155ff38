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
           u"User account '%1' from another identity provider does not exist in the tenant and cannot access the "
           "application. The account has to be added as an external user first."},
    Known {50027, 400, u"invalid_request", u"", u"JWT token is invalid or malformed. %1"},
    Known {50034, 400, u"invalid_grant", u"", u"The user account %1 does not exist in the directory."},
    Known {50055, 400, u"invalid_grant", u"user_password_expired", u"The password is expired."},
    Known {50057, 400, u"invalid_grant", u"", u"The user account is disabled."},
    Known {50058, 400, u"login_required", u"", u"A silent sign-in request was sent but no user is signed in."},
    Known {50059, 400, u"invalid_request", u"", u"No tenant-identifying information found in the request."},
    Known {
        50076, 400, u"interaction_required", u"basic_action",
        u"Due to a configuration change made by your administrator, or because you moved to a new location, you must "
        "use multi-factor authentication to access the resource."},
    Known {
        50079, 400, u"interaction_required", u"basic_action",
        u"Due to a configuration change made by your administrator, or because you moved to a new location, you must "
        "enrol in multi-factor authentication to access the resource."},
    Known {50105, 400, u"invalid_grant", u"", u"The signed in user is not assigned to a role for the application."},
    Known {50147, 400, u"invalid_request", u"", u"Missing Code_Challenge parameter."},
    Known {50158, 400, u"interaction_required", u"additional_action", u"External security challenge not satisfied."},
    Known {50173, 400, u"invalid_grant", u"bad_token",
           u"The provided grant has expired due to it being revoked, a fresh auth token is needed."},
    Known {50194, 400, u"invalid_request", u"",
           u"The application is not configured as a multi-tenant application. Use a tenant-specific endpoint."},
    Known {50196, 400, u"invalid_grant", u"",
           u"The server terminated an operation because it encountered a client loop."},
    Known {50199, 400, u"interaction_required", u"",
           u"For security reasons, user confirmation is required for this request. Please repeat the request allowing "
           "user interaction."},
    Known {
        53000, 400, u"interaction_required", u"message_only",
        u"Device is not in required device state: compliant. Conditional Access policy requires a compliant device."},
    Known {53001, 400, u"interaction_required", u"message_only",
           u"Device is not in required device state: domain_joined. Conditional Access policy requires a domain joined "
           "device."},
    Known {53003, 400, u"interaction_required", u"message_only",
           u"Access has been blocked by Conditional Access policies. The access policy does not allow token issuance."},
    Known {53005, 400, u"interaction_required", u"protection_policy_required",
           u"Application needs to enforce an app protection policy."},
    Known {53011, 400, u"interaction_required", u"message_only", u"User blocked due to risk on home tenant."},
    Known {54005, 400, u"invalid_grant", u"", u"The authorization code was already redeemed; retry with a new code."},
    Known {65001, 400, u"invalid_grant", u"consent_required",
           u"The user or administrator has not consented to use the application for %1. Send an interactive "
           "authorization request for this user and resource."},
    Known {65004, 400, u"access_denied", u"", u"User declined to consent to access the app."},
    Known {70000, 400, u"invalid_grant", u"", u"The grant is not valid: %1."},
    Known {70003, 400, u"unsupported_grant_type", u"", u"The app requested an unsupported grant type '%1'."},
    Known {70008, 400, u"invalid_grant", u"token_expired", u"The authorization code or refresh token has expired."},
    Known {70011, 400, u"invalid_scope", u"", u"The value for the input parameter 'scope' is not valid: %1."},
    Known {70016, 400, u"authorization_pending", u"",
           u"OAuth 2.0 device flow error. Authorization is pending. Continue polling."},
    Known {70018, 400, u"bad_verification_code", u"",
           u"Invalid verification code: it was typed wrongly, or it was never handed out."},
    Known {70020, 400, u"expired_token", u"",
           u"The value for the input parameter 'device_code' is not valid. This device_code has expired."},
    Known {90002, 400, u"invalid_request", u"", u"Tenant '%1' not found. Check that you have the correct tenant ID."},
    Known {90033, 503, u"temporarily_unavailable", u"", u"A transient error has occurred. Please try again."},
    Known {90094, 400, u"access_denied", u"consent_required", u"An administrator must consent to the application."},
    Known {501481, 400, u"invalid_grant", u"",
           u"The Code_Verifier does not match the code_challenge of the authorization request."},
    Known {501491, 400, u"invalid_request", u"", u"Invalid Code_Challenge or Code_Challenge_method parameter."},
    Known {530031, 400, u"interaction_required", u"message_only",
           u"Access policy does not allow token issuance from this place."},
    Known {530032, 400, u"interaction_required", u"message_only", u"Blocked by a security policy of the tenant."},
    Known {530033, 400, u"interaction_required", u"message_only",
           u"Access policy does not allow this kind of sign-in."},
    Known {
        530034, 400, u"interaction_required", u"message_only",
        u"A delegated administrator was blocked from accessing the tenant due to account risk in their home tenant."},
    Known {530035, 400, u"interaction_required", u"message_only", u"Access has been blocked by security defaults."},
    Known {530036, 400, u"interaction_required", u"message_only",
           u"Access has been blocked by Conditional Access policies for this authentication flow."},
    Known {650053, 400, u"invalid_client", u"",
           u"The application asked for scope '%1' that does not exist on the resource."},
    Known {700016, 400, u"unauthorized_client", u"",
           u"Application with identifier '%1' was not found in the directory."},
    Known {700021, 401, u"invalid_client", u"",
           u"Client assertion application identifier doesn't match 'client_id' parameter."},
    Known {700023, 401, u"invalid_client", u"", u"Client assertion audience claim does not match Realm issuer."},
    Known {700024, 401, u"invalid_client", u"", u"Client assertion is not within its valid time range. %1"},
    Known {700027, 401, u"invalid_client", u"", u"Client assertion failed signature validation. [Reason - %1]"},
    Known {700051, 400, u"unsupported_response_type", u"",
           u"The response_type '%1' is not enabled for the application."},
    Known {700082, 400, u"invalid_grant", u"token_expired", u"The refresh token has expired due to inactivity."},
    Known {700084, 400, u"invalid_grant", u"token_expired", u"The refresh token has a fixed lifetime, which is over."},
    Known {900144, 400, u"invalid_request", u"", u"The request must contain the following parameter: '%1'."},
    Known {900561, 405, u"invalid_request", u"", u"The endpoint only accepts POST requests. Received a %1 request."},
    Known {
        7000215, 401, u"invalid_client", u"",
        u"Invalid client secret provided for the application '%1'. Ensure the secret being sent in the request is the "
        "client secret value, not the client secret ID."},
    Known {7000218, 401, u"invalid_client", u"",
           u"The kind of the application and the presence of 'client_assertion' or 'client_secret' disagree."},
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

QList<int> knownErrors()
{
    QList<int> numbers;
    for (const Known &entry : known)
        numbers.append(entry.number);
    return numbers;
}

QString description(const EntraError &error)
{
    return u"AADSTS%1: %2"_s.arg(QString::number(error.number), error.text);
}

Trace traceOf(const Request &request, const QDateTime &now)
{
    const QByteArray clientId = request.header("client-request-id");
    return {newGuid(), clientId.isEmpty() ? newGuid() : QString::fromLatin1(clientId),
            now.toUTC().toString(u"yyyy-MM-dd HH:mm:ss'Z'")};
}

QString description(const EntraError &error, const Trace &trace)
{
    return description(error)
        + u" Trace ID: %1 Correlation ID: %2 Timestamp: %3"_s.arg(trace.trace, trace.correlation, trace.timestamp);
}

QString errorAddress(const EntraError &error, const Request &request)
{
    return request.baseUrl + u"/error?code="_s + QString::number(error.number);
}

Response errorResponse(const EntraError &error, const Request &request, const QDateTime &now)
{
    const Trace trace = traceOf(request, now);
    QJsonObject body {{u"error"_s, error.error},
                      {u"error_description"_s, description(error, trace)},
                      {u"error_codes"_s, QJsonArray {error.number}},
                      {u"timestamp"_s, trace.timestamp},
                      {u"trace_id"_s, trace.trace},
                      {u"correlation_id"_s, trace.correlation},
                      {u"error_uri"_s, errorAddress(error, request)}};
    if (!error.suberror.isEmpty())
        body.insert(u"suberror"_s, error.suberror);
    if (!error.claims.isEmpty())
        body.insert(u"claims"_s, error.claims);
    Response response;
    response.status = error.status;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"},
                        {"Cache-Control", "no-store, no-cache"},
                        {"x-ms-request-id", trace.trace.toLatin1()}};
    if (!request.header("client-request-id").isEmpty())
        response.headers.append(Header {"client-request-id", trace.correlation.toLatin1()});
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace simulator
