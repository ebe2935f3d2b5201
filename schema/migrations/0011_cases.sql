-- Cases as their branches have them: the newest whole row of each. Texts stand sealed in the body, their key in data_keys.
CREATE TABLE cases (
	case_id TEXT PRIMARY KEY,
	branch_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	stage TEXT NOT NULL,
	is_open INTEGER NOT NULL,
	owner_id TEXT NOT NULL,
	opened_by TEXT NOT NULL,
	opened_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL,
	key_id TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	body TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX cases_by_branch ON cases (branch_id, kind, is_open, due_at, case_id);
CREATE INDEX cases_by_kind ON cases (kind, is_open, due_at, case_id);
CREATE INDEX cases_by_key ON cases (key_id);
