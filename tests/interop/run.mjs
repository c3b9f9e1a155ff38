// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every *.test.mjs beside it against a demo tenant of its own: run.mjs SIMULATOR. Node reads the file that says whom TLS
// may trust when it starts, hence a process for the tests and one before them that starts the tenant.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const simulator = process.argv[2];
const here = fileURLToPath(new URL('.', import.meta.url));
const roles = ['SecurityAnalyzedMessage.Read.All', 'SecurityAnalyzedMessage.ReadWrite.All', 'MailboxSettings.ReadWrite'];
const switches = [`appRoles=${roles}`, 'deviceInterval=1'].flatMap((one) => ['--switch', one]);
const world = ['--seed', '23', '--incidents', '160', '--start', '2026-03-02T09:00:00Z', ...switches];

async function startTenant() {
    const process = spawn(simulator, ['--tls', '--auto-approve', '--parent-watch', ...world], {
        stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(process, 'exit');
    const [line] = await Promise.race([
        once(createInterface({ input: process.stdout }), 'line'),
        ended.then(([code]) => Promise.reject(new Error(`${simulator} ended with ${code}`))),
    ]);
    return { line, end: () => (process.stdin.end(), ended) };
}

async function run(file) {
    const tenant = await startTenant();
    const authority = JSON.parse(readFileSync(JSON.parse(tenant.line).cloud_file, 'utf8')).caFile;
    const tests = spawn(process.execPath, ['--test', file], {
        cwd: here,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_EXTRA_CA_CERTS: authority, CASEMATE_DEMO: tenant.line },
    });
    const [code] = await once(tests, 'exit');
    await tenant.end();
    return code === 0;
}

let passed = true;
for (const file of readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort()) {
    console.log(`== ${file}`);
    passed = (await run(file)) && passed;
}
process.exit(passed ? 0 : 1);
