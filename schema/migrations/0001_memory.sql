-- What the bank remembers of its branches. Live tickets never come here row by row.
CREATE TABLE branches (
	branch_id TEXT PRIMARY KEY,
	region TEXT NOT NULL,
	kind TEXT NOT NULL,
	name_zh TEXT NOT NULL,
	name_en TEXT NOT NULL,
	region_name_zh TEXT NOT NULL,
	region_name_en TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL
) WITHOUT ROWID;

-- One row per branch and day; the half hours are JSON inside.
CREATE TABLE rollups (
	branch_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	received_at INTEGER NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (branch_id, business_day)
) WITHOUT ROWID;

CREATE TABLE reports (
	branch_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	region TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	hash TEXT NOT NULL,
	stored_at INTEGER NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (branch_id, business_day)
) WITHOUT ROWID;

CREATE INDEX reports_by_day ON reports (business_day, branch_id);
