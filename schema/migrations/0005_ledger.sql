-- Who did or saw what: a copy of every node's chain, as its own object forwards it. The columns beside the body only serve
-- to find entries; the hash covers the body's very text.
CREATE TABLE ledger_entry (
	chain TEXT NOT NULL,
	seq INTEGER NOT NULL,
	at INTEGER NOT NULL,
	staff_id TEXT,
	act TEXT NOT NULL,
	-- The ids of the subject, each between line ends.
	subject TEXT NOT NULL,
	body TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (chain, seq)
) WITHOUT ROWID;

CREATE INDEX ledger_entry_by_time ON ledger_entry (at, chain, seq);
CREATE INDEX ledger_entry_by_staff ON ledger_entry (staff_id, at);

-- The end of a chain each time some of it arrived.
CREATE TABLE ledger_anchor (
	chain TEXT NOT NULL,
	seq INTEGER NOT NULL,
	hash TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (chain, seq)
) WITHOUT ROWID;

-- What is written stays written. An insert over an existing row (also INSERT OR REPLACE) is passed over.
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_entry_no_replace BEFORE INSERT ON ledger_entry
WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE chain = NEW.chain AND seq = NEW.seq)
BEGIN
	SELECT RAISE(IGNORE);
END;

CREATE TRIGGER ledger_anchor_no_update BEFORE UPDATE ON ledger_anchor
BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_anchor_no_delete BEFORE DELETE ON ledger_anchor
BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_anchor_no_replace BEFORE INSERT ON ledger_anchor
WHEN EXISTS (SELECT 1 FROM ledger_anchor WHERE chain = NEW.chain AND seq = NEW.seq)
BEGIN
	SELECT RAISE(IGNORE);
END;
