-- One wrapped data key per record (or per branch and day). A destroyed key keeps its row, so that nothing brings it back.
CREATE TABLE data_keys (
	key_id TEXT PRIMARY KEY,
	retention TEXT NOT NULL,
	branch_id TEXT NOT NULL,
	wrapping_key_id TEXT,
	wrapped TEXT,
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	destroyed_at INTEGER
) WITHOUT ROWID;

CREATE INDEX data_keys_by_expiry ON data_keys (expires_at) WHERE wrapped IS NOT NULL;
CREATE INDEX data_keys_by_wrapping ON data_keys (wrapping_key_id) WHERE wrapped IS NOT NULL;

-- Identified-customer records. Whatever tells who somebody is stands in the sealed columns or, hashed by a key, in the indexes.
CREATE TABLE referrals (
	referral_id TEXT PRIMARY KEY,
	branch_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	recorded_at INTEGER NOT NULL,
	status TEXT NOT NULL,
	reason_code TEXT NOT NULL,
	staff_id TEXT NOT NULL,
	role TEXT NOT NULL,
	manager_id TEXT,
	ticket_id TEXT,
	customer_reference TEXT,
	key_id TEXT NOT NULL,
	sealed_name TEXT,
	sealed_number TEXT,
	sealed_contact TEXT,
	sealed_best_contact_time TEXT,
	sealed_remarks TEXT,
	sealed_outcome TEXT,
	number_kind TEXT,
	contact_kind TEXT,
	number_index TEXT,
	contact_index TEXT,
	consent TEXT NOT NULL,
	consent_how TEXT,
	consent_at INTEGER,
	objected_at INTEGER,
	signed_by TEXT,
	signed_at INTEGER,
	signed_status TEXT,
	outcome_at INTEGER,
	erased_at INTEGER,
	version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX referrals_by_branch ON referrals (branch_id, recorded_at DESC, referral_id);
CREATE INDEX referrals_by_key ON referrals (key_id);
CREATE INDEX referrals_by_number ON referrals (number_index) WHERE number_index IS NOT NULL;
CREATE INDEX referrals_by_contact ON referrals (contact_index) WHERE contact_index IS NOT NULL;
CREATE INDEX referrals_by_reference ON referrals (customer_reference) WHERE customer_reference IS NOT NULL;

-- How much personal data somebody has looked at within an hour.
CREATE TABLE disclosures (
	hour INTEGER NOT NULL,
	staff_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	count INTEGER NOT NULL,
	PRIMARY KEY (hour, staff_id, kind)
) WITHOUT ROWID;
