-- By what a case is found besides its id: keyed hashes of fields, and numbers of the bank's own. The database keeps them from the body.
CREATE TABLE case_indexes (
	name TEXT NOT NULL,
	hash TEXT NOT NULL,
	case_id TEXT NOT NULL,
	PRIMARY KEY (name, hash, case_id)
) WITHOUT ROWID;
CREATE INDEX case_indexes_by_case ON case_indexes (case_id);
CREATE INDEX cases_newest ON cases (branch_id, kind, opened_at DESC, case_id);

CREATE TRIGGER case_indexes_of_new AFTER INSERT ON cases
BEGIN
	INSERT OR IGNORE INTO case_indexes SELECT key, value, NEW.case_id FROM json_each(NEW.body, '$.indexes');
END;
CREATE TRIGGER case_indexes_of_changed AFTER UPDATE OF body ON cases
WHEN json_extract(NEW.body, '$.indexes') IS NOT json_extract(OLD.body, '$.indexes')
BEGIN
	DELETE FROM case_indexes WHERE case_id = NEW.case_id;
	INSERT OR IGNORE INTO case_indexes SELECT key, value, NEW.case_id FROM json_each(NEW.body, '$.indexes');
END;
CREATE TRIGGER case_indexes_of_gone AFTER DELETE ON cases
BEGIN
	DELETE FROM case_indexes WHERE case_id = OLD.case_id;
END;

-- Records of before as cases. What was sealed stays as it is, for the place it was sealed for is a constant of the kind.
CREATE VIEW referrals_as_cases AS
SELECT
	branch_id || '_' || substr(referral_id, 2) AS case_id,
	branch_id,
	'referral' AS kind,
	status AS stage,
	CASE WHEN erased_at IS NULL AND status IN ('offered', 'introduced', 'to_follow_up') THEN 1 ELSE 0 END AS is_open,
	coalesce(manager_id, staff_id) AS owner_id,
	staff_id AS opened_by,
	recorded_at AS opened_at,
	recorded_at AS due_at,
	key_id,
	0 AS epoch,
	version AS seq,
	json_object(
		'caseId', branch_id || '_' || substr(referral_id, 2),
		'branchId', branch_id,
		'kind', 'referral',
		'stage', status,
		'ownerId', coalesce(manager_id, staff_id),
		'dueAt', recorded_at,
		'businessDay', business_day,
		'openedAt', recorded_at,
		'openedBy', staff_id,
		'closedAt', coalesce(erased_at, CASE WHEN status IN ('concluded', 'not_interested') THEN coalesce(outcome_at, recorded_at) END),
		'erasedAt', erased_at,
		'facts', json_object(
			'staffId', staff_id, 'role', role, 'reasonCode', reason_code, 'isAssigned', manager_id IS NOT NULL,
			'consent', consent, 'consentHow', consent_how, 'consentAt', consent_at, 'objectedAt', objected_at,
			'signedBy', signed_by, 'signedAt', signed_at, 'signedStatus', signed_status, 'outcomeAt', outcome_at
		),
		'steps', json_array(json_object(
			'step', 'open', 'at', recorded_at, 'by', json_object('staffId', staff_id, 'role', role), 'stage', status,
			'ownerId', coalesce(manager_id, staff_id), 'dueAt', recorded_at, 'texts', json_array()
		)),
		'version', version,
		'remindedAt', NULL,
		'escalatedAt', NULL,
		'keyId', key_id,
		'key', NULL,
		'texts', json_object(),
		'fields', json_patch('{}', json_object(
			'name', sealed_name, 'number', sealed_number, 'contact', sealed_contact,
			'bestContactTime', sealed_best_contact_time, 'remarks', sealed_remarks, 'outcome', sealed_outcome
		)),
		'indexes', json_patch('{}', json_object(
			'number', number_index, 'contact', contact_index, 'customerReference', replace(customer_reference, '-', '')
		)),
		'ties', json_patch('{}', json_object('customerReference', customer_reference, 'ticketId', ticket_id)),
		'revision', version
	) AS body
FROM referrals;

INSERT INTO cases SELECT * FROM referrals_as_cases;

-- Code of before may still write there, or be taken back: its words go on, until the branch has written the case itself.
CREATE TRIGGER referrals_recorded AFTER INSERT ON referrals
BEGIN
	INSERT OR IGNORE INTO cases
	SELECT * FROM referrals_as_cases WHERE case_id = NEW.branch_id || '_' || substr(NEW.referral_id, 2);
END;
CREATE TRIGGER referrals_changed AFTER UPDATE ON referrals
BEGIN
	UPDATE cases SET (stage, is_open, owner_id, seq, body) = (
		SELECT stage, is_open, owner_id, seq, body FROM referrals_as_cases
		WHERE case_id = NEW.branch_id || '_' || substr(NEW.referral_id, 2)
	)
	WHERE case_id = NEW.branch_id || '_' || substr(NEW.referral_id, 2) AND epoch = 0;
END;
-- What is erased as a case is erased there as well.
CREATE TRIGGER referrals_erased AFTER UPDATE OF body ON cases
WHEN NEW.kind = 'referral' AND json_extract(NEW.body, '$.erasedAt') IS NOT NULL
BEGIN
	UPDATE referrals SET
		customer_reference = NULL, ticket_id = NULL, sealed_name = NULL, sealed_number = NULL, sealed_contact = NULL,
		sealed_best_contact_time = NULL, sealed_remarks = NULL, sealed_outcome = NULL, number_kind = NULL, contact_kind = NULL,
		number_index = NULL, contact_index = NULL, erased_at = json_extract(NEW.body, '$.erasedAt'), version = version + 1
	WHERE referral_id = 'r' || substr(NEW.case_id, length(NEW.branch_id) + 2) AND erased_at IS NULL;
END;
