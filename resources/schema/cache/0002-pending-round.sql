-- SPDX-FileCopyrightText: The Casemate authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the alerts with pending evidence were last read again by id, by the clock of this machine. One line at most.
CREATE TABLE pending_round (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at INTEGER NOT NULL,
    last TEXT NOT NULL -- the next round goes on behind this alert
) STRICT;
