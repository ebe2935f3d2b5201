-- Versions of the configuration's sections, one row each with all that became of it; `is_out` while any branch may go by it.
CREATE TABLE section_versions (
	version_id TEXT PRIMARY KEY,
	section_id TEXT NOT NULL,
	node_id TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	is_out INTEGER NOT NULL,
	-- When there is something to do for it: to publish it, or to tell further branches; null: nothing.
	due_at INTEGER,
	version INTEGER NOT NULL,
	body TEXT NOT NULL,
	UNIQUE (section_id, node_id, ordinal)
) WITHOUT ROWID;

CREATE INDEX section_versions_out ON section_versions (node_id, section_id, ordinal) WHERE is_out = 1;
CREATE INDEX section_versions_due ON section_versions (due_at) WHERE due_at IS NOT NULL;

-- What each branch last said of each section: that it goes by a key, that it refuses one and why, or nothing (silent).
CREATE TABLE section_branches (
	branch_id TEXT NOT NULL,
	section_id TEXT NOT NULL,
	state TEXT NOT NULL,
	held_key TEXT NOT NULL,
	code TEXT NOT NULL,
	detail TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (branch_id, section_id)
) WITHOUT ROWID;

CREATE INDEX section_branches_silent ON section_branches (branch_id) WHERE state = 'silent';

-- Branches that would not take a draft, found by its check.
CREATE TABLE section_refusals (
	version_id TEXT NOT NULL,
	branch_id TEXT NOT NULL,
	code TEXT NOT NULL,
	detail TEXT NOT NULL,
	PRIMARY KEY (version_id, branch_id)
) WITHOUT ROWID;
