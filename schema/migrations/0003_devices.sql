-- Devices that ask to be paired, for as long as their codes live. Both codes are kept as hashes only.
CREATE TABLE pairings (
	device_code_hash TEXT PRIMARY KEY,
	user_code_hash TEXT NOT NULL UNIQUE,
	public_key TEXT NOT NULL,
	wish TEXT NOT NULL,
	label TEXT NOT NULL,
	client_version TEXT NOT NULL,
	network TEXT NOT NULL,
	asked_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	poll_every_ms INTEGER NOT NULL,
	polled_at INTEGER NOT NULL DEFAULT 0,
	-- Wrong codes typed anywhere when this one was given: it dies once there are too many more.
	wrong_codes_before INTEGER NOT NULL,
	status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'denied')),
	device_id TEXT,
	decided_by TEXT,
	decided_at INTEGER
) WITHOUT ROWID;

CREATE INDEX pairings_by_expiry ON pairings (expires_at);
CREATE INDEX pairings_by_network ON pairings (network, expires_at);

-- Tries with codes by person and branch, and those that were wrong over all ('bank').
CREATE TABLE pairing_tries (
	subject TEXT PRIMARY KEY,
	tries INTEGER NOT NULL,
	last_at INTEGER NOT NULL,
	blocked_until INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE devices (
	device_id TEXT PRIMARY KEY,
	branch_id TEXT NOT NULL,
	name TEXT NOT NULL,
	purpose TEXT NOT NULL,
	counter_id TEXT,
	status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'revoked')),
	label TEXT NOT NULL,
	client_version TEXT NOT NULL,
	shows TEXT,
	last_seen_at INTEGER,
	paired_by TEXT NOT NULL,
	paired_at INTEGER NOT NULL,
	revoked_by TEXT,
	revoked_at INTEGER,
	version INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;

CREATE INDEX devices_by_branch ON devices (branch_id, device_id);
