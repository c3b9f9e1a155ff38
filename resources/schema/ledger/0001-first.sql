-- SPDX-FileCopyrightText: The Casemate authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people decided and what became of it. Moments are ticks of 100 ns since 1970 in UTC. Nothing is ever deleted; what
-- tells about a person lies in `personal` alone, as plain text beside a salt, and the audit holds a commitment to it.
PRAGMA application_id = 0x436d4c65;

CREATE TABLE identity (tenant TEXT NOT NULL, account TEXT NOT NULL) STRICT;

CREATE TABLE decision (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('set', 'append', 'destructive')),
    incident TEXT NOT NULL,
    tenant TEXT NOT NULL,
    oid TEXT NOT NULL,
    action TEXT NOT NULL, -- pending action; '' for none
    mail_action TEXT,
    executor TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    held_until INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    -- where it stands
    state TEXT NOT NULL,
    state_reason TEXT NOT NULL,
    state_detail TEXT NOT NULL, -- field of `personal`; '' for none
    state_since INTEGER NOT NULL,
    final INTEGER NOT NULL,
    facts_revision INTEGER NOT NULL DEFAULT 1,
    attempts INTEGER NOT NULL DEFAULT 0,
    handle TEXT NOT NULL,
    next_step INTEGER,
    applied INTEGER NOT NULL DEFAULT 1 -- 0: the outcome is known, the cache has not been refreshed
) STRICT;
CREATE INDEX decision_open ON decision (row) WHERE final = 0;
CREATE INDEX decision_unapplied ON decision (row) WHERE applied = 0;
CREATE INDEX decision_incident ON decision (incident);
-- One open answer to a pending action, however often a key repeats or from however many windows.
CREATE UNIQUE INDEX decision_action ON decision (action)
WHERE final = 0 AND action <> '' AND kind IN ('approve', 'reject');

CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN
    SELECT RAISE(ABORT, 'decisions are never deleted');
END;
CREATE TRIGGER decision_frozen
BEFORE UPDATE OF id, kind, effect, incident, tenant, oid, action, mail_action, executor, decided_at ON decision
BEGIN
    SELECT RAISE(ABORT, 'what was decided is frozen');
END;

CREATE TABLE decision_target (
    decision INTEGER NOT NULL REFERENCES decision (row),
    position INTEGER NOT NULL,
    message TEXT NOT NULL, -- the recipient is personal: "target/<position>"
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_fact (
    decision INTEGER NOT NULL REFERENCES decision (row),
    revision INTEGER NOT NULL, -- frozen anew: a higher one
    position INTEGER NOT NULL,
    source TEXT NOT NULL, -- name and value are personal: "fact/<revision>/<position>/name", "…/value"
    source_time INTEGER,
    PRIMARY KEY (decision, revision, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE personal (
    decision INTEGER NOT NULL REFERENCES decision (row),
    field TEXT NOT NULL,
    salt BLOB, -- NULL, as the value: erased
    value TEXT,
    PRIMARY KEY (decision, field)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER personal_stays BEFORE DELETE ON personal
BEGIN
    SELECT RAISE(ABORT, 'personal fields are erased, not deleted');
END;
CREATE TRIGGER personal_frozen BEFORE UPDATE ON personal WHEN new.value IS NOT NULL OR new.salt IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'personal fields are erased, not changed');
END;

CREATE TABLE attempt (
    id TEXT PRIMARY KEY NOT NULL,
    decision INTEGER NOT NULL REFERENCES decision (row),
    number INTEGER NOT NULL,
    digest BLOB NOT NULL,
    started INTEGER NOT NULL,
    deadline INTEGER NOT NULL,
    finished INTEGER,
    outcome TEXT NOT NULL DEFAULT '',
    http_status INTEGER NOT NULL DEFAULT 0,
    request_id TEXT NOT NULL DEFAULT '',
    UNIQUE (decision, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt
BEGIN
    SELECT RAISE(ABORT, 'attempts are never deleted');
END;
-- The code asks first; this holds even if the code were wrong.
CREATE TRIGGER attempt_once BEFORE INSERT ON attempt
WHEN (SELECT effect FROM decision WHERE row = new.decision) = 'destructive'
    AND EXISTS (SELECT 1 FROM attempt WHERE decision = new.decision)
BEGIN
    SELECT RAISE(ABORT, 'a destructive decision is attempted once');
END;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    entry BLOB NOT NULL, -- JSON, kept byte by byte
    hash BLOB NOT NULL CHECK (length(hash) = 32) -- SHA-256 of "casemate-audit-1", prev, entry
) STRICT;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append only');
END;
CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append only');
END;

-- How much there must be, so that a cut-off tail is noticed.
CREATE TABLE head (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    entries INTEGER NOT NULL,
    decisions INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;
INSERT INTO head (only, entries, decisions, hash) VALUES (1, 0, 0, zeroblob(32));
