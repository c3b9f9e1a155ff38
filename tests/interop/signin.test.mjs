// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Microsoft's sign-in library (@azure/msal-node) against the demo tenant's Entra: every flow that the tenant has, and what
// the library makes of its refusals.
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { InteractionRequiredAuthError } from '@azure/msal-node';
import { application, authority, control, credential, demo, desktop, everything, person, signIn } from './demo.mjs';

const claimsOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));

async function me(token) {
    const answer = await fetch(`${demo.graph}/v1.0/me`, { headers: { Authorization: `Bearer ${token}` } });
    return answer.json();
}

test('an application signs in with a secret', async () => {
    const client = application();
    const first = await client.acquireTokenByClientCredential({ scopes: everything });
    assert.equal(first.tokenType, 'Bearer');
    assert.equal(first.fromCache, false);
    const claims = claimsOf(first.accessToken);
    assert.equal(claims.tid, demo.tenant);
    assert.equal(claims.appid, credential.clientId);
    assert.ok(claims.roles.includes('SecurityAnalyzedMessage.ReadWrite.All'));
    const second = await client.acquireTokenByClientCredential({ scopes: everything });
    assert.equal(second.fromCache, true);
    assert.equal(second.accessToken, first.accessToken);
});

test('an application signs in with its certificate', async () => {
    const pem = readFileSync(demo.certificate_file, 'utf8');
    const thumbprintSha256 = createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
    const privateKey = pem.slice(pem.search(/-----BEGIN [A-Z ]*PRIVATE KEY-----/));
    const client = application({ clientCertificate: { thumbprintSha256, privateKey } });
    const result = await client.acquireTokenByClientCredential({ scopes: everything });
    assert.equal(claimsOf(result.accessToken).appid, credential.clientId);
});

test('a wrong secret is refused in the words of Entra', async () => {
    const client = application({ clientSecret: 'wrong' });
    await assert.rejects(client.acquireTokenByClientCredential({ scopes: everything }), (error) => {
        assert.equal(error.errorCode, 'invalid_client');
        assert.deepEqual([].concat(error.errorNo).map(Number), [7000215]);
        assert.match(error.errorMessage, /AADSTS7000215/);
        return true;
    });
});

test('a person signs in with a browser, and silently afterwards', async () => {
    const client = desktop();
    const ada = person('ada.lindqvist');
    const result = await signIn(client, 'ada.lindqvist');
    assert.equal(result.account.username, ada.upn);
    assert.equal(result.account.name, ada.displayName);
    assert.equal(result.account.localAccountId, ada.oid);
    assert.equal(result.account.tenantId, demo.tenant);
    assert.equal(result.tenantId, demo.tenant);
    assert.ok(result.scopes.some((scope) => scope.endsWith('SecurityIncident.ReadWrite.All')), `${result.scopes}`);
    assert.equal((await me(result.accessToken)).userPrincipalName, ada.upn);

    const [account] = await client.getTokenCache().getAllAccounts();
    const cached = await client.acquireTokenSilent({ account, scopes: everything });
    assert.equal(cached.fromCache, true);
    assert.equal(cached.accessToken, result.accessToken);
    const renewed = await client.acquireTokenSilent({ account, scopes: everything, forceRefresh: true });
    assert.equal(renewed.fromCache, false);
    assert.notEqual(renewed.accessToken, result.accessToken);
    assert.equal((await me(renewed.accessToken)).id, ada.oid);
});

test('a person signs in by way of the name that all organisations share', async () => {
    const client = desktop({ authority: `${demo.login}/organizations` });
    const result = await signIn(client, 'rita.novak', ['User.Read']);
    assert.equal(result.tenantId, demo.tenant);
    assert.equal(result.account.localAccountId, person('rita.novak').oid);
});

test('a device gets its token once a person said yes', async () => {
    const client = desktop();
    const omar = person('omar.haddad');
    const result = await client.acquireTokenByDeviceCode({
        scopes: ['SecurityIncident.Read.All', 'User.Read'],
        deviceCodeCallback: async (code) => {
            assert.ok(code.message.includes(code.userCode));
            await control('entra', { approveDevice: { userCode: code.userCode, upn: omar.upn } });
        },
    });
    assert.equal(result.account.localAccountId, omar.oid);
    assert.equal((await me(result.accessToken)).id, omar.oid);
});

test('a device learns that a person said no', async () => {
    const attempt = desktop().acquireTokenByDeviceCode({
        scopes: ['User.Read'],
        deviceCodeCallback: (code) => control('entra', { declineDevice: { userCode: code.userCode } }),
    });
    await assert.rejects(attempt, /authorization_declined/);
});

test('who has to sign in again is told so', async () => {
    const client = desktop();
    const { account } = await signIn(client, 'omar.haddad', ['User.Read']);
    await control('entra', { revokeRefreshTokens: account.username });
    const renewal = client.acquireTokenSilent({ account, scopes: ['User.Read'], forceRefresh: true });
    await assert.rejects(renewal, (error) => {
        assert.ok(error instanceof InteractionRequiredAuthError || error.errorCode === 'invalid_grant', `${error}`);
        return true;
    });
});

test('a second factor that is wanted when renewing can be given, with its claims', async () => {
    const client = desktop();
    const { account } = await signIn(client, 'rita.novak', ['User.Read']);
    const refuse = { number: 50076, grant: 'refresh_token', upn: account.username, count: 0, untilClaims: true };
    await control('entra', { refuse });
    let claims;
    await assert.rejects(client.acquireTokenSilent({ account, scopes: ['User.Read'], forceRefresh: true }), (error) => {
        assert.ok(error instanceof InteractionRequiredAuthError, `${error}`);
        claims = error.claims;
        return true;
    });
    assert.ok(JSON.parse(claims).access_token);
    await signIn(client, 'rita.novak', ['User.Read'], { claims });
    const renewed = await client.acquireTokenSilent({ account, scopes: ['User.Read'], forceRefresh: true });
    assert.equal(renewed.account.localAccountId, account.localAccountId);
});

test('the library reads what the authority says of itself', async () => {
    const discovery = await (await fetch(`${authority}/v2.0/.well-known/openid-configuration`)).json();
    assert.equal(discovery.issuer, `${authority}/v2.0`);
    const { keys } = await (await fetch(discovery.jwks_uri)).json();
    const { accessToken } = await application().acquireTokenByClientCredential({ scopes: everything });
    const { kid } = JSON.parse(Buffer.from(accessToken.split('.')[0], 'base64url'));
    assert.ok(keys.some((key) => key.kid === kid));
});
