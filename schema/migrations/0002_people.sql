-- Who works where, and in which roles. Somebody who leaves stays: what they did stays on record.
CREATE TABLE institution_nodes (
	node_id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	parent_id TEXT REFERENCES institution_nodes (node_id),
	name_zh TEXT NOT NULL,
	name_en TEXT NOT NULL,
	version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX institution_nodes_by_parent ON institution_nodes (parent_id);

INSERT INTO institution_nodes (node_id, kind, parent_id, name_zh, name_en, version)
VALUES ('bank', 'bank', NULL, '总行', 'Head office', 1);

-- A change that does not meet the version it read sets the version to NULL, which the column refuses: the whole batch
-- is then undone.
CREATE TABLE people (
	staff_id TEXT PRIMARY KEY,
	name_zh TEXT NOT NULL,
	name_en TEXT NOT NULL,
	status TEXT NOT NULL CHECK (status IN ('active', 'left')),
	password_hash TEXT,
	must_change_password INTEGER NOT NULL,
	version INTEGER NOT NULL,
	joined_at INTEGER NOT NULL,
	left_at INTEGER
) WITHOUT ROWID;

CREATE TABLE assignments (
	staff_id TEXT NOT NULL REFERENCES people (staff_id),
	role TEXT NOT NULL,
	node_id TEXT NOT NULL REFERENCES institution_nodes (node_id),
	PRIMARY KEY (staff_id, role, node_id)
) WITHOUT ROWID;

CREATE INDEX assignments_by_node ON assignments (node_id, role);

-- Two operators who take each other's role away at the same moment would lock the bank out: whichever comes second is
-- refused here, whatever its reader saw before.
CREATE TRIGGER operator_keeps_role BEFORE DELETE ON assignments
WHEN OLD.role = 'head-office-operator' AND OLD.node_id = 'bank'
	AND EXISTS (SELECT 1 FROM people WHERE staff_id = OLD.staff_id AND status = 'active')
	AND NOT EXISTS (
		SELECT 1 FROM assignments JOIN people USING (staff_id)
		WHERE role = 'head-office-operator' AND node_id = 'bank' AND status = 'active' AND staff_id <> OLD.staff_id
	)
BEGIN
	SELECT RAISE(ABORT, 'last-operator');
END;

CREATE TRIGGER operator_stays BEFORE UPDATE OF status ON people
WHEN OLD.status = 'active' AND NEW.status = 'left'
	AND EXISTS (
		SELECT 1 FROM assignments
		WHERE role = 'head-office-operator' AND node_id = 'bank' AND staff_id = OLD.staff_id
	)
	AND NOT EXISTS (
		SELECT 1 FROM assignments JOIN people USING (staff_id)
		WHERE role = 'head-office-operator' AND node_id = 'bank' AND status = 'active' AND staff_id <> OLD.staff_id
	)
BEGIN
	SELECT RAISE(ABORT, 'last-operator');
END;
