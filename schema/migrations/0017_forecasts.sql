-- What a branch was told to expect of its next open day, kept as the day before closed: what came is judged by it.
CREATE TABLE forecasts (
	branch_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	told_at INTEGER NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (branch_id, business_day)
) WITHOUT ROWID;
