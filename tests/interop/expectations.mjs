// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What any client that works must find, told by the demo tenant's control port: the same for every library.
import assert from 'node:assert/strict';
import { control, effectsAfter, worldIncidents } from './demo.mjs';

// Each incident of the world once and nothing else, whatever the pages were. `listed`: ids.
export async function expectWholeWorld(listed) {
    const world = (await worldIncidents()).map((incident) => incident.id);
    assert.equal(listed.length, world.length);
    assert.deepEqual([...listed].sort(), world.sort());
}

// An effect is what the tenant did because of a call; exactly this one since `count`.
export async function expectOneEffect(count, { kind, target, origin, detail }) {
    const effects = await effectsAfter(count);
    assert.deepEqual(
        effects.map((effect) => [effect.kind, effect.origin]),
        [[kind, origin]],
    );
    const [effect] = effects;
    if (target !== undefined) {
        assert.equal(effect.target, target);
    }
    for (const [name, value] of Object.entries(detail ?? {})) {
        assert.deepEqual(effect.detail[name], value, name);
    }
    return effect;
}

// The world's word on where the copies of a mail are.
export const copiesOf = async (networkMessageId) =>
    (await control(`mails?networkMessageId=${encodeURIComponent(networkMessageId)}`)).deliveries;

export async function expectMoved(networkMessageId, recipient, before) {
    const copy = (await copiesOf(networkMessageId)).find((one) => one.recipient === recipient);
    assert.notEqual(copy.latest, before.latest);
    assert.equal(copy.moves.length, before.moves.length + 1);
    const move = copy.moves.at(-1);
    assert.equal(move.result, 'Success');
    assert.equal(move.type, 'Manual remediation');
    assert.equal(copy.latest, move.location);
    return copy;
}

// An unresolved incident with at least so many alerts, which nobody took yet in this file.
const taken = new Set();
export async function freshIncident(alerts = 1) {
    const found = (await worldIncidents()).find(
        (one) => one.status === 'active' && one.alerts.length >= alerts && !taken.has(one.id),
    );
    assert.ok(found, 'the world has no such incident');
    taken.add(found.id);
    return found;
}

// Pages as the service may send them, too: shorter than asked for, some of them empty, and links that nobody can read.
export async function withOddPages(run) {
    await control('switches', { shortPages: 'on', nextLinkStyle: 'skiptoken' });
    try {
        return await run();
    } finally {
        await control('switches', { shortPages: 'off', nextLinkStyle: 'skip' });
    }
}
