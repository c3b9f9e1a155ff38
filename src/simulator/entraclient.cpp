// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entraclient.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

std::optional<EntraError> assertionProblem(const Request &request, const FormData &form, const QString &tenant,
                                           EntraState &state)
{
    if (formValue(form, u"client_assertion_type") != u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        return entraError(900144, u"client_assertion_type"_s);
    const auto endpoint = [&request](const QString &name) {
        return QString(request.baseUrl + u'/' + name + u"/oauth2/v2.0/token");
    };
    const AssertionRules rules {.clientId = formValue(form, u"client_id"),
                                .audiences = {endpoint(tenant), endpoint(state.mint.identity().tenantId)},
                                .refusesReplays = state.settings.refusesReplays};
    return state.assertions.problem(formValue(form, u"client_assertion").toLatin1(), rules, state.clock());
}

} // namespace

bool isPublicClient(const QString &clientId, const EntraState &state)
{
    return clientId.compare(state.mint.identity().clientId, Qt::CaseInsensitive) == 0;
}

std::optional<EntraError> clientProblem(const Request &request, const FormData &form, const QString &tenant,
                                        EntraState &state)
{
    const QString client = formValue(form, u"client_id");
    const QString secret = formValue(form, u"client_secret");
    const bool hasAssertion = !formValue(form, u"client_assertion").isEmpty();
    const Identity &identity = state.mint.identity();
    if (client.isEmpty())
        return entraError(900144, u"client_id"_s);
    const bool isApplication = client.compare(identity.applicationId, Qt::CaseInsensitive) == 0;
    if (!isApplication && !isPublicClient(client, state))
        return entraError(700016, client);
    const bool hasProof = hasAssertion || !secret.isEmpty();
    if (isApplication != hasProof)
        return entraError(7000218);
    if (hasAssertion)
        return assertionProblem(request, form, tenant, state);
    if (isApplication && secret != identity.applicationSecret)
        return entraError(7000215, client);
    return std::nullopt;
}

} // namespace simulator
