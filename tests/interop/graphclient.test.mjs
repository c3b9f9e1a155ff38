// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Microsoft's JavaScript client (@microsoft/microsoft-graph-client), which names paths as the documentation does.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
    BatchRequestContent,
    BatchResponseContent,
    Client,
    GraphError,
    PageIterator,
    ResponseType,
} from '@microsoft/microsoft-graph-client';
import {
    applicationToken,
    control,
    demo,
    effectCount,
    effectsAfter,
    graphHost,
    person,
    personToken,
    worldIncident,
    worldIncidents,
} from './demo.mjs';
import { copiesOf, expectMoved, expectOneEffect, expectWholeWorld, freshIncident, withOddPages } from './expectations.mjs';

let ada;
let rita;
let application;

const clientWith = (token) =>
    Client.init({
        baseUrl: `${demo.graph}/`,
        customHosts: new Set([graphHost]),
        authProvider: (done) => done(null, token),
    });

before(async () => {
    ada = clientWith(await personToken('ada.lindqvist'));
    rita = clientWith(await personToken('rita.novak'));
    application = clientWith(await applicationToken());
});

async function everyItem(client, request) {
    const items = [];
    await new PageIterator(client, await request.get(), (item) => items.push(item) > 0).iterate();
    return items;
}

test('the page iterator meets every incident once', async () => {
    const incidents = await everyItem(ada, ada.api('/security/incidents').top(50));
    await expectWholeWorld(incidents.map((incident) => incident.id));
    const dates = incidents.map((incident) => incident.lastUpdateDateTime);
    assert.deepEqual(dates, [...dates].sort().reverse());
    const oddly = await withOddPages(() => everyItem(ada, ada.api('/security/incidents').top(50)));
    assert.deepEqual(oddly, incidents);
});

test('the iterator can be stopped and goes on where it was', async () => {
    const seen = [];
    const iterator = new PageIterator(ada, await ada.api('/security/incidents').top(30).get(), (incident) => {
        seen.push(incident.id);
        return seen.length !== 70;
    });
    await iterator.iterate();
    assert.equal(seen.length, 70);
    assert.equal(iterator.isComplete(), false);
    await iterator.resume();
    assert.equal(iterator.isComplete(), true);
    await expectWholeWorld(seen);
});

test('a count is of all, not of the page', async () => {
    const page = await ada.api('/security/incidents').top(5).count(true).get();
    assert.equal(page.value.length, 5);
    assert.equal(page['@odata.count'], (await worldIncidents()).length);
});

test('alerts are those of the world, by way of their incidents and by themselves', async () => {
    const world = await worldIncidents();
    const expected = world.flatMap((incident) => incident.alerts.map((alert) => `${incident.id} ${alert.id}`)).sort();
    const alone = await everyItem(ada, ada.api('/security/alerts_v2').top(500));
    assert.deepEqual(alone.map((alert) => `${alert.incidentId} ${alert.id}`).sort(), expected);
    const expanded = await everyItem(ada, ada.api('/security/incidents').top(50).expand('alerts'));
    const within = expanded.flatMap((incident) => incident.alerts.map((alert) => `${incident.id} ${alert.id}`));
    assert.deepEqual(within.sort(), expected);
});

test('a filter finds what the world says', async () => {
    const world = await worldIncidents();
    const resolved = world.filter((incident) => incident.status === 'resolved').map((incident) => incident.id);
    const found = await everyItem(ada, ada.api('/security/incidents').filter("status eq 'resolved'").top(50));
    assert.ok(found.length > 0);
    assert.deepEqual(found.map((incident) => incident.id).sort(), resolved.sort());
});

test('an update changes the incident and what was known of it', async () => {
    const { id, lastUpdateDateTime } = await freshIncident();
    const count = await effectCount();
    const change = {
        status: 'resolved',
        classification: 'truePositive',
        determination: 'phishing',
        assignedTo: person('ada.lindqvist').upn,
        customTags: ['interop'],
    };
    const answer = await ada.api(`/security/incidents/${id}`).patch(change);
    for (const [name, value] of Object.entries(change)) {
        assert.deepEqual(answer[name], value, name);
    }
    await expectOneEffect(count, { kind: 'patchIncident', target: id, origin: 'user', detail: change });
    const world = await worldIncident(id);
    assert.equal(world.status, 'resolved');
    assert.ok(world.lastUpdateDateTime > lastUpdateDateTime);
    assert.equal(answer.lastUpdateDateTime, world.lastUpdateDateTime);
    const [newest] = (await ada.api('/security/incidents').top(1).get()).value;
    assert.equal(newest.id, id);
});

test('a comment is kept, with who wrote it', async () => {
    const { id, alerts } = await freshIncident();
    for (const path of [`/security/incidents/${id}`, `/security/alerts_v2/${alerts[0].id}`]) {
        const count = await effectCount();
        const comment = `Seen by another client: “${path}”`;
        await ada.api(`${path}/comments`).post({ '@odata.type': 'microsoft.graph.security.alertComment', comment });
        await expectOneEffect(count, { kind: 'comment', origin: 'user', detail: { comment } });
        const kept = (await ada.api(path).get()).comments.at(-1);
        assert.equal(kept.comment, comment);
        assert.equal(kept.createdByDisplayName, person('ada.lindqvist').displayName);
    }
});

test('hunting counts what the world holds', async () => {
    const hunt = (Query) => ada.api('/security/runHuntingQuery').post({ Query });
    const answer = await hunt('EmailEvents | where Timestamp > ago(3650d) | count');
    const { deliveries } = await control('state');
    assert.deepEqual(answer.schema.map((column) => column.name), ['Count']);
    assert.equal(answer.results[0].Count, deliveries);
    const [mail] = (await hunt('EmailEvents | project NetworkMessageId, RecipientEmailAddress, Subject | take 1')).results;
    const copy = (await copiesOf(mail.NetworkMessageId)).find((one) => one.recipient === mail.RecipientEmailAddress);
    assert.equal(copy.subject, mail.Subject);
});

test('an application lists the mails and remediates some; people may not', async () => {
    const mails = (await application.api('/security/collaboration/analyzedEmails').top(200).get()).value;
    const inbox = mails.filter((mail) => mail.latestDelivery.location === 'inbox_folder').slice(0, 2);
    assert.equal(inbox.length, 2);
    const named = inbox.map(({ networkMessageId, recipientEmailAddress }) => ({ networkMessageId, recipientEmailAddress }));
    const order = {
        displayName: 'Interop',
        description: 'of a test',
        severity: 'medium',
        action: 'softDelete',
        remediateSendersCopy: false,
        analyzedEmails: named,
    };
    const earlier = [];
    for (const one of named) {
        const copies = await copiesOf(one.networkMessageId);
        earlier.push(copies.find((copy) => copy.recipient === one.recipientEmailAddress));
    }
    const count = await effectCount();
    await assert.rejects(ada.api('/security/collaboration/analyzedEmails/remediate').post(order), (error) => error.statusCode === 403);
    assert.equal(await effectCount(), count);
    // Raw, because the service calls its empty answer JSON, which this client would believe.
    const accepted = await application.api('/security/collaboration/analyzedEmails/remediate').responseType(ResponseType.RAW).post(order);
    assert.equal(accepted.status, 202);
    assert.match(accepted.headers.get('Location'), /bulkId/);
    await control('clock/advance', { seconds: 60 });
    const effect = (await effectsAfter(count)).find((one) => one.kind === 'remediate');
    assert.equal(effect.origin, 'application');
    assert.equal(effect.results.length, 2);
    for (const [index, one] of named.entries()) {
        await expectMoved(one.networkMessageId, one.recipientEmailAddress, earlier[index]);
    }
});

test('a merge leaves one incident with all alerts, a move takes alerts out of it', async () => {
    const [one, two] = [await freshIncident(), await freshIncident(2)];
    let count = await effectCount();
    const incidentIds = [one.id, two.id];
    const merged = await ada.api('/security/incidents/mergeIncidents').post({ incidentIds, incidentComment: 'The same' });
    const target = merged.targetIncidentId;
    const source = incidentIds.find((id) => id !== target);
    assert.ok(incidentIds.includes(target));
    await expectOneEffect(count, { kind: 'mergeIncidents', target, origin: 'user', detail: { incidentIds } });
    assert.equal((await worldIncident(source)).status, 'redirected');
    assert.equal((await ada.api(`/security/incidents/${source}`).get()).redirectIncidentId, target);
    const idsOf = (incident) => incident.alerts.map((alert) => alert.id);
    assert.deepEqual(idsOf(await worldIncident(target)).sort(), [...idsOf(one), ...idsOf(two)].sort());

    count = await effectCount();
    const alertIds = [idsOf(one)[0]];
    const moved = await ada.api('/security/alerts_v2/moveAlerts').post({ alertIds, incidentId: '' });
    await expectOneEffect(count, { kind: 'moveAlerts', target: moved.targetIncidentId, origin: 'user', detail: { alertIds } });
    assert.deepEqual(idsOf(await worldIncident(moved.targetIncidentId)), alertIds);
    assert.ok(!idsOf(await worldIncident(target)).includes(alertIds[0]));
});

const step = (id, path, method = 'GET', body = undefined) => ({
    id,
    request: new Request(`${demo.graph}${path}`, {
        method,
        headers: body ? { 'Content-Type': 'application/json' } : {},
        body: body ? JSON.stringify(body) : undefined,
    }),
});

async function runBatch(batch) {
    return new BatchResponseContent(await ada.api('/$batch').post(await batch.getContent()));
}

test('a batch reads, writes and fails item by item', async () => {
    const { id } = await freshIncident();
    const count = await effectCount();
    const batch = new BatchRequestContent([
        step('read', `/security/incidents/${id}`),
        step('write', `/security/incidents/${id}`, 'PATCH', { customTags: ['from a batch'] }),
        step('nobody', '/security/incidents/999999'),
        step('comment', `/security/incidents/${id}/comments`, 'POST', { comment: 'From a batch' }),
    ]);
    const answer = await runBatch(batch);
    assert.equal(answer.getResponseById('read').status, 200);
    assert.equal((await answer.getResponseById('read').json()).id, id);
    assert.deepEqual((await answer.getResponseById('write').json()).customTags, ['from a batch']);
    assert.equal(answer.getResponseById('nobody').status, 404);
    const effects = await effectsAfter(count);
    assert.deepEqual(effects.map((effect) => effect.kind).sort(), ['comment', 'patchIncident']);
    const kept = await ada.api(`/security/incidents/${id}`).get();
    assert.equal(kept.comments.at(-1).comment, 'From a batch');
});

test('a batch in order stops at what failed', async () => {
    const { id } = await freshIncident();
    const count = await effectCount();
    const batch = new BatchRequestContent([
        step('1', `/security/incidents/${id}`, 'PATCH', { customTags: ['first'] }),
        { ...step('2', `/security/incidents/${id}`, 'PATCH', { status: 'nonsense' }), dependsOn: ['1'] },
        { ...step('3', `/security/incidents/${id}`, 'PATCH', { customTags: ['third'] }), dependsOn: ['2'] },
    ]);
    const answer = await runBatch(batch);
    assert.deepEqual(['1', '2', '3'].map((one) => answer.getResponseById(one).status), [200, 400, 424]);
    const [only, ...others] = await effectsAfter(count);
    assert.deepEqual(only.detail.customTags, ['first']);
    assert.equal(others.length, 0);
});

test('a refusal reaches the caller in the service’s words', async () => {
    const { id } = await freshIncident();
    const count = await effectCount();
    await assert.rejects(rita.api(`/security/incidents/${id}`).patch({ customTags: ['no'] }), (error) => {
        assert.ok(error instanceof GraphError);
        assert.equal(error.statusCode, 403);
        assert.equal(error.code, 'Forbidden');
        assert.ok(error.requestId);
        return true;
    });
    assert.equal(await effectCount(), count);
});

test('throttling is waited out by the client’s own middleware', async () => {
    await control('faults', { route: '^GET .*/security/incidents', kind: 'status', status: 429, retryAfter: '1' });
    const page = await ada.api('/security/incidents').top(1).get();
    assert.equal(page.value.length, 1);
    const { requests } = await control('requests?route=/security/incidents');
    assert.deepEqual(requests.slice(-2).map((request) => request.status), [429, 200]);
});
