-- What was signed and corrected of a day's report, in the order it was done. Nothing of it is ever changed or taken away.
CREATE TABLE day_signing (
	branch_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	version INTEGER NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (branch_id, business_day, version)
) WITHOUT ROWID;

CREATE TRIGGER day_signing_no_update BEFORE UPDATE ON day_signing
BEGIN
	SELECT RAISE(ABORT, 'what was signed is append-only');
END;

CREATE TRIGGER day_signing_no_delete BEFORE DELETE ON day_signing
BEGIN
	SELECT RAISE(ABORT, 'what was signed is append-only');
END;
