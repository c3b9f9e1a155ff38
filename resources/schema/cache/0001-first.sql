-- SPDX-FileCopyrightText: The Casemate authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the server said. Moments are ticks of 100 ns since 1970 in UTC; words are the wire's own spelling.
PRAGMA application_id = 0x436d4361;

CREATE TABLE identity (tenant TEXT NOT NULL, account TEXT NOT NULL) STRICT;

-- Lean, because the queue reads all of it. The bytes lie apart.
CREATE TABLE incident (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    severity TEXT NOT NULL,
    classification TEXT NOT NULL,
    determination TEXT NOT NULL,
    assigned_to TEXT NOT NULL,
    custom_tags TEXT NOT NULL, -- JSON array
    system_tags TEXT NOT NULL, -- JSON array
    priority INTEGER,
    redirect_to TEXT,
    -- computed from its alerts, in the transaction that writes either
    alerts INTEGER NOT NULL DEFAULT 0,
    open_alerts INTEGER NOT NULL DEFAULT 0,
    pending INTEGER NOT NULL DEFAULT 0, -- entities that wait for a person
    pending_since INTEGER, -- earliest of them
    sources TEXT NOT NULL DEFAULT '[]' -- JSON array, distinct, sorted
) STRICT;

CREATE TABLE incident_bytes (
    row INTEGER PRIMARY KEY REFERENCES incident (row),
    packed BLOB NOT NULL
) STRICT;

-- An alert may come before its incident, and may belong to none.
CREATE TABLE alert (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident TEXT NOT NULL, -- its id; '' for none
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    severity TEXT NOT NULL,
    classification TEXT NOT NULL,
    determination TEXT NOT NULL,
    service_source TEXT NOT NULL,
    detection_source TEXT NOT NULL,
    investigation TEXT NOT NULL,
    assigned_to TEXT NOT NULL,
    open INTEGER NOT NULL, -- not resolved
    pending INTEGER NOT NULL -- evidence items that wait for a person
) STRICT;
CREATE INDEX alert_incident ON alert (incident);
CREATE INDEX alert_pending ON alert (incident) WHERE pending > 0;

CREATE TABLE alert_bytes (
    row INTEGER PRIMARY KEY REFERENCES alert (row),
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE evidence_item (
    alert INTEGER NOT NULL REFERENCES alert (row),
    position INTEGER NOT NULL, -- as received
    type TEXT NOT NULL,
    entity TEXT NOT NULL,
    verdict TEXT NOT NULL,
    remediation TEXT NOT NULL,
    label TEXT NOT NULL,
    message TEXT, -- network message id
    recipient TEXT,
    created INTEGER,
    pending_since INTEGER, -- creation as far as known; NULL unless it waits for a person
    PRIMARY KEY (alert, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_pending ON evidence_item (entity) WHERE pending_since IS NOT NULL;
CREATE INDEX evidence_message ON evidence_item (message) WHERE message IS NOT NULL;

-- When we first saw an entity wait. A line stays after it stopped, until the entity waits anew.
CREATE TABLE pending_entity (
    entity TEXT PRIMARY KEY NOT NULL,
    first_seen INTEGER NOT NULL,
    gone INTEGER
) STRICT, WITHOUT ROWID;

-- Where a message lay when somebody last looked.
CREATE TABLE latest_location (
    message TEXT NOT NULL,
    recipient TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    source_time INTEGER,
    PRIMARY KEY (message, recipient)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
    name TEXT PRIMARY KEY NOT NULL,
    watermark INTEGER,
    incomplete TEXT NOT NULL DEFAULT '[]' -- JSON array
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_window (
    feed TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL, -- exclusive
    PRIMARY KEY (feed, start, stop)
) STRICT, WITHOUT ROWID;

-- Items that could not be read. The next version of an item that can be read takes its line away.
CREATE TABLE poison (
    feed TEXT NOT NULL,
    key TEXT NOT NULL, -- the id, or "sha256:…" of the bytes when there is none
    packed BLOB NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;

-- For people and scripts; described in docs/cache-views.md. Times as ISO 8601 text.
CREATE VIEW incidents AS
SELECT
    id,
    name,
    status,
    severity,
    classification,
    determination,
    assigned_to,
    custom_tags,
    system_tags,
    priority,
    redirect_to,
    alerts,
    open_alerts,
    CASE WHEN archived THEN 0 ELSE pending END AS pending_actions,
    sources,
    strftime('%Y-%m-%dT%H:%M:%S', (created - ((created % 10000000) + 10000000) % 10000000) / 10000000, 'unixepoch')
        || printf('.%07dZ', ((created % 10000000) + 10000000) % 10000000) AS created,
    strftime('%Y-%m-%dT%H:%M:%S', (updated - ((updated % 10000000) + 10000000) % 10000000) / 10000000, 'unixepoch')
        || printf('.%07dZ', ((updated % 10000000) + 10000000) % 10000000) AS updated,
    archived
FROM incident;

CREATE VIEW alerts AS
SELECT
    id,
    incident,
    title,
    category,
    status,
    severity,
    classification,
    determination,
    service_source,
    detection_source,
    investigation,
    assigned_to,
    pending AS pending_evidence,
    strftime('%Y-%m-%dT%H:%M:%S', (created - ((created % 10000000) + 10000000) % 10000000) / 10000000, 'unixepoch')
        || printf('.%07dZ', ((created % 10000000) + 10000000) % 10000000) AS created,
    strftime('%Y-%m-%dT%H:%M:%S', (updated - ((updated % 10000000) + 10000000) % 10000000) / 10000000, 'unixepoch')
        || printf('.%07dZ', ((updated % 10000000) + 10000000) % 10000000) AS updated
FROM alert;

CREATE VIEW evidence AS
SELECT
    a.id AS alert,
    a.incident AS incident,
    e.position AS position,
    e.type AS type,
    e.entity AS entity,
    e.label AS label,
    e.verdict AS verdict,
    e.remediation AS remediation,
    e.message AS network_message_id,
    e.recipient AS recipient,
    strftime('%Y-%m-%dT%H:%M:%S', (e.created - ((e.created % 10000000) + 10000000) % 10000000) / 10000000, 'unixepoch')
        || printf('.%07dZ', ((e.created % 10000000) + 10000000) % 10000000) AS created
FROM evidence_item AS e
JOIN alert AS a ON a.row = e.alert;
