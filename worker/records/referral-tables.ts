import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const dataKeys = sqliteTable("data_keys", {
	keyId: text("key_id").primaryKey(),
	retention: text("retention").notNull(),
	branchId: text("branch_id").notNull(),
	wrappingKeyId: text("wrapping_key_id"),
	wrapped: text("wrapped"),
	createdAt: integer("created_at").notNull(),
	expiresAt: integer("expires_at").notNull(),
	destroyedAt: integer("destroyed_at"),
});

export const referrals = sqliteTable("referrals", {
	referralId: text("referral_id").primaryKey(),
	branchId: text("branch_id").notNull(),
	businessDay: text("business_day").notNull(),
	recordedAt: integer("recorded_at").notNull(),
	status: text("status").notNull(),
	reasonCode: text("reason_code").notNull(),
	staffId: text("staff_id").notNull(),
	role: text("role").notNull(),
	managerId: text("manager_id"),
	ticketId: text("ticket_id"),
	customerReference: text("customer_reference"),
	keyId: text("key_id").notNull(),
	name: text("sealed_name"),
	number: text("sealed_number"),
	contact: text("sealed_contact"),
	bestContactTime: text("sealed_best_contact_time"),
	remarks: text("sealed_remarks"),
	outcome: text("sealed_outcome"),
	numberKind: text("number_kind"),
	contactKind: text("contact_kind"),
	numberIndex: text("number_index"),
	contactIndex: text("contact_index"),
	consent: text("consent").notNull(),
	consentHow: text("consent_how"),
	consentAt: integer("consent_at"),
	objectedAt: integer("objected_at"),
	signedBy: text("signed_by"),
	signedAt: integer("signed_at"),
	signedStatus: text("signed_status"),
	outcomeAt: integer("outcome_at"),
	erasedAt: integer("erased_at"),
	version: integer("version").notNull(),
});

export const disclosures = sqliteTable(
	"disclosures",
	{
		hour: integer("hour").notNull(),
		staffId: text("staff_id").notNull(),
		kind: text("kind").notNull(),
		count: integer("count").notNull(),
	},
	(table) => [primaryKey({ columns: [table.hour, table.staffId, table.kind] })],
);

/** What is left of a record's personal half when its key is gone. */
export const BLANK = {
	customerReference: null,
	ticketId: null,
	name: null,
	number: null,
	contact: null,
	bestContactTime: null,
	remarks: null,
	outcome: null,
	numberKind: null,
	contactKind: null,
	numberIndex: null,
	contactIndex: null,
} as const;
