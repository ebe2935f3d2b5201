-- Accounts of programs. Their secrets are nowhere here: a hash of each stands in the account's own object.
CREATE TABLE service_accounts (
	account_id TEXT PRIMARY KEY,
	node_id TEXT NOT NULL REFERENCES institution_nodes (node_id),
	name TEXT NOT NULL,
	-- JSON array of names of scopes.
	scopes TEXT NOT NULL,
	created_by TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	rotated_by TEXT,
	rotated_at INTEGER,
	expires_at INTEGER NOT NULL,
	revoked_by TEXT,
	revoked_at INTEGER
);

CREATE INDEX service_accounts_by_node ON service_accounts (node_id);
