-- SPDX-FileCopyrightText: The Casemate authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The analyst's own. Moments are ticks of 100 ns since 1970 in UTC.
PRAGMA application_id = 0x436d4465;

CREATE TABLE identity (tenant TEXT NOT NULL, account TEXT NOT NULL) STRICT;

CREATE TABLE draft (
    incident TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
    incident TEXT PRIMARY KEY NOT NULL,
    updated INTEGER NOT NULL -- the incident's stamp when a person looked at it
) STRICT, WITHOUT ROWID;
