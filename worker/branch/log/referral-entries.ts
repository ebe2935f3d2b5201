/**
 * What a new record waited or rested as before records were cases, `{...sealed half, ...facts}` in `body` of a table, as rows
 * of `cases`; those that are known there stay as they are. It runs in a migration: never edited.
 */
export function entriesAsCases(table: "outbox" | "delivered"): string {
	const of = (path: string) => `json_extract(body, '$.${path}')`;
	const caseId = `${of("branchId")} || '_' || substr(${of("referralId")}, 2)`;
	const owner = `coalesce(${of("managerId")}, ${of("staffId")})`;
	const step = `json_object('step', 'open', 'at', ${of("recordedAt")},
		'by', json_object('staffId', ${of("staffId")}, 'role', ${of("role")}), 'stage', ${of("status")},
		'ownerId', ${owner}, 'dueAt', ${of("recordedAt")}, 'texts', json('[]'))`;
	const facts = `json_object('staffId', ${of("staffId")}, 'role', ${of("role")}, 'reasonCode', ${of("reasonCode")},
		'isAssigned', CASE WHEN ${of("managerId")} IS NULL THEN 0 ELSE 1 END, 'consent', ${of("consent.status")},
		'consentHow', ${of("consent.how")}, 'consentAt', ${of("consent.at")}, 'objectedAt', NULL, 'signedBy', NULL,
		'signedAt', NULL, 'signedStatus', NULL, 'outcomeAt', NULL)`;
	const body = `json_object('caseId', ${caseId}, 'branchId', ${of("branchId")}, 'kind', 'referral', 'stage', ${of("status")},
		'ownerId', ${owner}, 'dueAt', ${of("recordedAt")}, 'businessDay', ${of("businessDay")}, 'openedAt', ${of("recordedAt")},
		'openedBy', ${of("staffId")}, 'closedAt', NULL, 'erasedAt', NULL, 'facts', json(${facts}),
		'steps', json_array(json(${step})), 'version', 1, 'remindedAt', NULL, 'escalatedAt', NULL, 'keyId', ${of("key.keyId")},
		'key', json(${of("key")}), 'texts', json('{}'), 'fields', json(${of("values")}),
		'indexes', json_patch('{}', json_object('number', ${of("numberIndex")}, 'contact', ${of("contactIndex")},
			'customerReference', replace(${of("customerReference")}, '-', ''))),
		'ties', json_patch('{}', json_object('customerReference', ${of("customerReference")}, 'ticketId', ${of("ticketId")})),
		'revision', 1)`;
	return `INSERT OR IGNORE INTO cases (case_id, kind, stage, owner_id, opened_by, due_at, is_escalated, is_open, next_at, is_unsent, left_at, body)
		SELECT ${caseId}, 'referral', ${of("status")}, ${owner}, ${of("staffId")}, ${of("recordedAt")}, 0, 1,
			${of("key.expiresAt")}, 1, NULL, ${body} FROM ${table};`;
}
