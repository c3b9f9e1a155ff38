// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The demo tenant that run.mjs started for a test file: where it is, its control port, and tokens of its people and its
// application, which Microsoft's sign-in library fetches.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, PublicClientApplication } from '@azure/msal-node';

export const demo = JSON.parse(process.env.CASEMATE_DEMO);
export const cloud = JSON.parse(readFileSync(demo.cloud_file, 'utf8'));
export const credential = JSON.parse(readFileSync(demo.credential_file, 'utf8'));
export const graphHost = new URL(demo.graph).hostname;
export const authority = `${demo.login}/${demo.tenant}`;
export const everything = ['https://graph.microsoft.com/.default'];

export async function control(path, body) {
    const order = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${demo.control}/control/${path}`, order);
    const text = await answer.text();
    assert.ok(answer.ok, `${path}: ${text}`);
    return JSON.parse(text);
}

export const worldIncidents = async () => (await control('world/incidents')).incidents;
export const worldIncident = async (id) => (await worldIncidents()).find((incident) => incident.id === id);
export const effectCount = async () => (await control('state')).effects;
export const effectsAfter = async (count) => (await control(`effects?after=${count}`)).effects;

export const person = (upn) => demo.accounts.find((account) => account.upn.startsWith(`${upn}@`));

// What sign-in needs to know of a cloud that Microsoft's library has not heard of: that this authority is to be believed.
export const trust = { authority, knownAuthorities: [new URL(demo.login).host] };

export const application = (proof = { clientSecret: credential.clientSecret }) =>
    new ConfidentialClientApplication({ auth: { ...trust, clientId: credential.clientId, ...proof } });

export const desktop = (more = {}) => new PublicClientApplication({ auth: { ...trust, clientId: cloud.clientId, ...more } });

export const applicationToken = async () =>
    (await application().acquireTokenByClientCredential({ scopes: everything })).accessToken;

// A browser that follows redirections is all that a page needs which approves at once.
export const signIn = (client, who, scopes = everything, more = {}) =>
    client.acquireTokenInteractive({
        scopes,
        loginHint: person(who).upn,
        openBrowser: async (url) => {
            const page = await fetch(url);
            await page.text();
            assert.ok(page.ok, `${page.status} from ${url}`);
        },
        ...more,
    });

export const personToken = async (who) => (await signIn(desktop(), who)).accessToken;
