// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Microsoft's generated SDK (@microsoft/msgraph-sdk, on Kiota): typed models, its own HTTP stack, qualified names of actions,
// and /users/TokenToReplace for /me.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { BaseBearerTokenAuthenticationProvider } from '@microsoft/kiota-abstractions';
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import { BatchRequestContent, PageIterator } from '@microsoft/msgraph-sdk-core';
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js';
import {
    createAlertCollectionResponseFromDiscriminatorValue,
    createIncidentCollectionResponseFromDiscriminatorValue,
    AlertClassificationObject,
    AlertDeterminationObject,
    DeliveryLocationObject,
    IncidentStatusObject,
    RemediationActionObject,
    RemediationSeverityObject,
} from '@microsoft/msgraph-sdk/models/security/index.js';
import '@microsoft/msgraph-sdk-users';
import {
    applicationToken,
    control,
    demo,
    effectCount,
    effectsAfter,
    person,
    personToken,
    worldIncident,
    worldIncidents,
} from './demo.mjs';
import { copiesOf, expectMoved, expectOneEffect, expectWholeWorld, freshIncident, withOddPages } from './expectations.mjs';
import { createSecurityClient } from './securityclient.mjs';

const errorMappings = { XXX: createODataErrorFromDiscriminatorValue };
let ada;
let rita;
let application;

function clientsWith(token) {
    const adapter = new GraphRequestAdapter(new BaseBearerTokenAuthenticationProvider({ getAuthorizationToken: async () => token }));
    adapter.baseUrl = `${demo.graph}/v1.0`;
    return { adapter, security: createSecurityClient(adapter), graph: createGraphServiceClient(adapter) };
}

before(async () => {
    ada = clientsWith(await personToken('ada.lindqvist'));
    rita = clientsWith(await personToken('rita.novak'));
    application = clientsWith(await applicationToken());
});

async function everyItem({ adapter }, page, factory) {
    const items = [];
    await new PageIterator(adapter, page, (item) => items.push(item) > 0, factory, errorMappings).iterate();
    return items;
}

test('the page iterator meets every incident once, and every alert', async () => {
    const page = await ada.security.incidents.get({ queryParameters: { top: 50, expand: ['alerts'] } });
    const incidents = await everyItem(ada, page, createIncidentCollectionResponseFromDiscriminatorValue);
    await expectWholeWorld(incidents.map((incident) => incident.id));
    await withOddPages(async () => {
        const odd = await ada.security.incidents.get({ queryParameters: { top: 50 } });
        const found = await everyItem(ada, odd, createIncidentCollectionResponseFromDiscriminatorValue);
        await expectWholeWorld(found.map((incident) => incident.id));
    });
    const world = await worldIncidents();
    const expected = world.flatMap((incident) => incident.alerts.map((alert) => `${incident.id} ${alert.id}`)).sort();
    const within = incidents.flatMap((incident) => incident.alerts.map((alert) => `${incident.id} ${alert.id}`));
    assert.deepEqual(within.sort(), expected);
    const first = await ada.security.alertsV2.get({ queryParameters: { top: 100 } });
    const alerts = await everyItem(ada, first, createAlertCollectionResponseFromDiscriminatorValue);
    assert.deepEqual(alerts.map((alert) => `${alert.incidentId} ${alert.id}`).sort(), expected);
});

test('models hold what the world says, with types', async () => {
    const { id, createdDateTime, lastUpdateDateTime, status, alerts } = await freshIncident();
    const incident = await ada.security.incidents.byIncidentId(id).get({ queryParameters: { expand: ['alerts'] } });
    assert.ok(incident.createdDateTime instanceof Date);
    assert.equal(incident.createdDateTime.getTime(), Date.parse(createdDateTime));
    assert.equal(incident.lastUpdateDateTime.getTime(), Date.parse(lastUpdateDateTime));
    assert.equal(incident.status, status);
    assert.equal(incident.tenantId, demo.tenant);
    assert.deepEqual(incident.alerts.map((alert) => alert.id).sort(), alerts.map((alert) => alert.id).sort());
    for (const alert of incident.alerts) {
        assert.ok(alert.evidence.length > 0);
        assert.ok(alert.evidence.every((item) => item.odataType.startsWith('#microsoft.graph.security.')));
    }
});

test('nothing in the world is unknown to the models', async () => {
    const page = await ada.security.alertsV2.get({ queryParameters: { top: 500 } });
    const alerts = await everyItem(ada, page, createAlertCollectionResponseFromDiscriminatorValue);
    const strangers = alerts.flatMap((alert) => [alert, ...alert.evidence]).flatMap((item) =>
        Object.keys(item.additionalData ?? {}).map((name) => `${item.odataType ?? 'alert'} ${name}`));
    assert.deepEqual([...new Set(strangers)], []);
});

test('an update sends the members that were set, and changes the incident', async () => {
    const { id, lastUpdateDateTime } = await freshIncident();
    const count = await effectCount();
    const change = {
        status: IncidentStatusObject.Resolved,
        classification: AlertClassificationObject.TruePositive,
        determination: AlertDeterminationObject.Malware,
        assignedTo: person('ada.lindqvist').upn,
        customTags: ['generated'],
    };
    const answer = await ada.security.incidents.byIncidentId(id).patch(change);
    await expectOneEffect(count, { kind: 'patchIncident', target: id, origin: 'user', detail: change });
    for (const [name, value] of Object.entries(change)) {
        assert.deepEqual(answer[name], value, name);
    }
    const world = await worldIncident(id);
    assert.equal(world.status, 'resolved');
    assert.ok(world.lastUpdateDateTime > lastUpdateDateTime);
});

test('an alert is updated by itself', async () => {
    const { alerts } = await freshIncident();
    const count = await effectCount();
    const change = { status: 'resolved', assignedTo: person('ada.lindqvist').upn };
    const answer = await ada.security.alertsV2.byAlertId(alerts[0].id).patch(change);
    await expectOneEffect(count, { kind: 'patchAlert', target: alerts[0].id, origin: 'user', detail: change });
    assert.equal(answer.status, 'resolved');
});

test('comments are kept, with who wrote them', async () => {
    const { id, alerts } = await freshIncident();
    const places = [ada.security.incidents.byIncidentId(id), ada.security.alertsV2.byAlertId(alerts[0].id)];
    for (const [index, place] of places.entries()) {
        const count = await effectCount();
        const comment = `From a generated client, ${index}`;
        await place.comments.post({ odataType: '#microsoft.graph.security.alertComment', comment });
        await expectOneEffect(count, { kind: 'comment', origin: 'user', detail: { comment } });
        const kept = (await place.get()).comments.at(-1);
        assert.equal(kept.comment, comment);
        assert.equal(kept.createdByDisplayName, person('ada.lindqvist').displayName);
        assert.ok(kept.createdDateTime instanceof Date);
    }
});

test('hunting under its qualified name counts what the world holds', async () => {
    const query = 'EmailEvents | where Timestamp > ago(3650d) | count';
    const answer = await ada.security.microsoftGraphSecurityRunHuntingQuery.post({ query });
    assert.equal(answer.schema[0].name, 'Count');
    assert.equal(answer.results[0].additionalData.Count, (await control('state')).deliveries);
});

test('remediation under its qualified name moves the mail that was named', async () => {
    const { value: mails } = await application.security.analyzedEmails.get({ queryParameters: { top: 200 } });
    const mail = mails.find((one) => one.latestDelivery.location === DeliveryLocationObject.Inbox_folder);
    const { networkMessageId, recipientEmailAddress } = mail;
    const earlier = (await copiesOf(networkMessageId)).find((copy) => copy.recipient === recipientEmailAddress);
    const count = await effectCount();
    await application.security.analyzedEmails.microsoftGraphSecurityRemediate.post({
        displayName: 'Generated',
        description: 'of a test',
        severity: RemediationSeverityObject.High,
        action: RemediationActionObject.MoveToJunk,
        remediateSendersCopy: false,
        analyzedEmails: [{ networkMessageId, recipientEmailAddress }],
    });
    await control('clock/advance', { seconds: 60 });
    const effect = (await effectsAfter(count)).find((one) => one.kind === 'remediate');
    assert.equal(effect.origin, 'application');
    assert.equal(effect.results.length, 1);
    const moved = await expectMoved(networkMessageId, recipientEmailAddress, earlier);
    assert.equal(moved.latest, 'Junk folder');
});

test('merging and moving under their qualified names', async () => {
    const [one, two] = [await freshIncident(), await freshIncident()];
    const idsOf = (incident) => incident.alerts.map((alert) => alert.id).sort();
    const incidentIds = [one.id, two.id];
    let count = await effectCount();
    const merged = await ada.security.incidents.microsoftGraphSecurityMergeIncidents.post({ incidentIds });
    const target = merged.targetIncidentId;
    await expectOneEffect(count, { kind: 'mergeIncidents', target, origin: 'user', detail: { incidentIds } });
    assert.deepEqual(idsOf(await worldIncident(target)), [...idsOf(one), ...idsOf(two)].sort());
    const source = incidentIds.find((id) => id !== target);
    assert.equal((await ada.security.incidents.byIncidentId(source).get()).redirectIncidentId, target);

    const other = await freshIncident();
    const alertIds = idsOf(two);
    count = await effectCount();
    const moved = await ada.security.alertsV2.microsoftGraphSecurityMoveAlerts.post({ alertIds, incidentId: other.id });
    assert.equal(moved.targetIncidentId, other.id);
    await expectOneEffect(count, { kind: 'moveAlerts', target: other.id, origin: 'user', detail: { alertIds } });
    assert.deepEqual(idsOf(await worldIncident(other.id)), [...idsOf(other), ...alertIds].sort());
    assert.deepEqual(idsOf(await worldIncident(target)), idsOf(one));
});

// Reading alone: of an item that writes this SDK leaves out the headers, and Graph wants to know the type of a body.
test('a batch gets its answers by id', async () => {
    const incidents = (await worldIncidents()).slice(0, 3);
    const batch = new BatchRequestContent(ada.adapter, errorMappings);
    for (const { id } of incidents) {
        batch.addBatchRequest(ada.security.incidents.byIncidentId(id).toGetRequestInformation(), `incident-${id}`);
    }
    batch.addBatchRequest(ada.security.incidents.byIncidentId('999999').toGetRequestInformation(), 'nobody');
    batch.addBatchRequest(ada.graph.me.toGetRequestInformation(), 'me');
    const codes = await (await batch.postAsync()).getResponsesStatusCodes();
    const expected = [...incidents.map(({ id }) => [`incident-${id}`, 200]), ['nobody', 404], ['me', 200]];
    assert.deepEqual([...codes].sort(), expected.sort());
});

test('people, by the published builders', async () => {
    const omar = person('omar.haddad');
    const me = await ada.graph.me.get();
    assert.equal(me.id, person('ada.lindqvist').oid);
    const user = await ada.graph.users.byUserId(omar.upn).get();
    assert.equal(user.id, omar.oid);
    assert.equal(user.displayName, omar.displayName);
    const count = await effectCount();
    const gerda = clientsWith(await personToken('gerda.holm'));
    const answer = await gerda.graph.users.byUserId(omar.oid).revokeSignInSessions.post();
    assert.equal(answer.value, true);
    await expectOneEffect(count, { kind: 'revokeSignInSessions', target: omar.upn, origin: 'user' });
});

test('the rule that an alert speaks of is in the mailbox, and can be deleted', async () => {
    const page = await ada.security.alertsV2.get({ queryParameters: { top: 500 } });
    const alerts = await everyItem(ada, page, createAlertCollectionResponseFromDiscriminatorValue);
    const { mailboxPrimaryAddress, configurationId } = alerts
        .flatMap((alert) => alert.evidence)
        .find((item) => item.configurationType === 'userInboxRule');
    const { messageRules } = application.graph.users.byUserId(mailboxPrimaryAddress).mailFolders.byMailFolderId('inbox');
    const before = (await messageRules.get()).value;
    const rule = before.find((one) => one.id === configurationId);
    assert.equal(rule.isEnabled, true);
    const count = await effectCount();
    await messageRules.byMessageRuleId(configurationId).delete();
    const target = `${mailboxPrimaryAddress}/${configurationId}`;
    await expectOneEffect(count, { kind: 'deleteMessageRule', target, origin: 'application' });
    const left = (await messageRules.get()).value.map((one) => one.id);
    assert.deepEqual(left, before.map((one) => one.id).filter((id) => id !== configurationId));
});

test('a refusal is an ODataError with the service’s words', async () => {
    const { id } = await freshIncident();
    const count = await effectCount();
    await assert.rejects(rita.security.incidents.byIncidentId(id).patch({ customTags: ['no'] }), (error) => {
        assert.equal(error.responseStatusCode, 403);
        assert.equal(error.errorEscaped.code, 'Forbidden');
        assert.ok(error.errorEscaped.message.length > 0);
        assert.ok(error.errorEscaped.innerError.requestId);
        return true;
    });
    await assert.rejects(ada.security.incidents.byIncidentId('999999').get(), (error) => error.responseStatusCode === 404);
    assert.equal(await effectCount(), count);
});
