// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Microsoft publishes the models of its generated JavaScript SDK for /security, but not yet the builders of requests. These are
// theirs in Kiota's own form, read by Kiota's own proxy: a URI template for each path (Kiota names actions by their qualified
// names, microsoft.graph.security.…), serialisers and readers from the published models.
import { apiClientProxifier } from '@microsoft/kiota-abstractions';
import * as security from '@microsoft/msgraph-sdk/models/security/index.js';
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js';

const errorMappings = { XXX: createODataErrorFromDiscriminatorValue };
const json = 'application/json';
const listOptions = '{?%24count,%24expand,%24filter,%24orderby,%24search,%24select,%24skip,%24top}';
const entityOptions = '{?%24expand,%24select}';
const queryParametersMapper = Object.fromEntries(
    ['count', 'expand', 'filter', 'orderby', 'search', 'select', 'skip', 'top'].map((name) => [name, `%24${name}`]),
);

const reads = (uriTemplate, responseBodyFactory) => ({
    uriTemplate,
    errorMappings,
    responseBodyContentType: json,
    adapterMethodName: 'send',
    responseBodyFactory,
    queryParametersMapper,
});

const writes = (uriTemplate, requestBodySerializer, responseBodyFactory) => ({
    uriTemplate,
    errorMappings,
    responseBodyContentType: json,
    adapterMethodName: responseBodyFactory ? 'send' : 'sendNoResponseContent',
    responseBodyFactory,
    requestBodyContentType: json,
    requestBodySerializer,
    requestInformationContentSetMethod: 'setContentFromParsable',
});

// A body of an action: the generator makes such a serialiser for each.
const mergeBody = (writer, body) => {
    writer.writeCollectionOfPrimitiveValues('incidentIds', body.incidentIds);
    writer.writeStringValue('incidentComment', body.incidentComment);
};
const moveBody = (writer, body) => {
    writer.writeCollectionOfPrimitiveValues('alertIds', body.alertIds);
    writer.writeStringValue('incidentId', body.incidentId);
    writer.writeStringValue('alertComment', body.alertComment);
};
const huntBody = (writer, body) => {
    writer.writeStringValue('query', body.query);
    writer.writeStringValue('timespan', body.timespan);
};
const remediateBody = (writer, body) => {
    writer.writeEnumValue('action', body.action);
    writer.writeCollectionOfObjectValues('analyzedEmails', body.analyzedEmails, security.serializeAnalyzedEmail);
    writer.writeStringValue('description', body.description);
    writer.writeStringValue('displayName', body.displayName);
    writer.writeBooleanValue('remediateSendersCopy', body.remediateSendersCopy);
    writer.writeEnumValue('severity', body.severity);
};

const root = '{+baseurl}/security';
const action = (path, name, serializer, factory) => ({
    requestsMetadata: { post: writes(`${root}${path}/microsoft.graph.security.${name}`, serializer, factory) },
});
const comments = (path) => ({
    requestsMetadata: { post: writes(`${root}${path}/comments`, security.serializeAlertComment) },
});

const incident = `${root}/incidents/{incident%2Did}`;
const alert = `${root}/alerts_v2/{alert%2Did}`;
const navigation = {
    incidents: {
        requestsMetadata: {
            get: reads(`${root}/incidents${listOptions}`, security.createIncidentCollectionResponseFromDiscriminatorValue),
        },
        navigationMetadata: {
            byIncidentId: {
                pathParametersMappings: ['incident%2Did'],
                requestsMetadata: {
                    get: reads(incident + entityOptions, security.createIncidentFromDiscriminatorValue),
                    patch: writes(incident, security.serializeIncident, security.createIncidentFromDiscriminatorValue),
                },
                navigationMetadata: { comments: comments('/incidents/{incident%2Did}') },
            },
            microsoftGraphSecurityMergeIncidents: action(
                '/incidents', 'mergeIncidents', mergeBody, security.createMergeResponseFromDiscriminatorValue),
        },
    },
    alertsV2: {
        requestsMetadata: {
            get: reads(`${root}/alerts_v2${listOptions}`, security.createAlertCollectionResponseFromDiscriminatorValue),
        },
        navigationMetadata: {
            byAlertId: {
                pathParametersMappings: ['alert%2Did'],
                requestsMetadata: {
                    get: reads(alert + entityOptions, security.createAlertFromDiscriminatorValue),
                    patch: writes(alert, security.serializeAlert, security.createAlertFromDiscriminatorValue),
                },
                navigationMetadata: { comments: comments('/alerts_v2/{alert%2Did}') },
            },
            microsoftGraphSecurityMoveAlerts: action(
                '/alerts_v2', 'moveAlerts', moveBody, security.createMergeResponseFromDiscriminatorValue),
        },
    },
    analyzedEmails: {
        requestsMetadata: {
            get: reads(`${root}/collaboration/analyzedEmails${listOptions}`,
                security.createAnalyzedEmailCollectionResponseFromDiscriminatorValue),
        },
        navigationMetadata: {
            microsoftGraphSecurityRemediate: action('/collaboration/analyzedEmails', 'remediate', remediateBody),
        },
    },
    microsoftGraphSecurityRunHuntingQuery: action(
        '', 'runHuntingQuery', huntBody, security.createHuntingQueryResultsFromDiscriminatorValue),
};

export const createSecurityClient = (requestAdapter) =>
    apiClientProxifier(requestAdapter, { baseurl: requestAdapter.baseUrl }, navigation, {});
