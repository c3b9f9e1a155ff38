-- SPDX-FileCopyrightText: The Casemate authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A case can leave this machine with its part of the chain, and that part can still be verified: the hash goes over the
-- digest of an entry, so that entries about other incidents are handed on as a digest that tells nothing.
ALTER TABLE audit ADD COLUMN digested INTEGER NOT NULL DEFAULT 0;
-- digested 1: hash = SHA-256 of "casemate-audit-2", prev, SHA-256(entry); 0: as 0001 says

-- Where the chain of this file begins; other than nothing in a ledger that came in a case file.
CREATE TABLE chain_start (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO chain_start (only, seq, hash) VALUES (1, 0, zeroblob(32));

-- Links of a case file's chain that tell of other incidents: the digest of the entry; or, where the hash does not go over
-- the digest, the entry.
CREATE TABLE withheld (
    seq INTEGER PRIMARY KEY,
    digest BLOB CHECK (length(digest) = 32),
    entry BLOB,
    CHECK ((digest IS NULL) <> (entry IS NULL))
) STRICT;
