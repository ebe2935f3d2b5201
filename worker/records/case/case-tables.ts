import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const cases = sqliteTable("cases", {
	caseId: text("case_id").primaryKey(),
	branchId: text("branch_id").notNull(),
	kind: text("kind").notNull(),
	stage: text("stage").notNull(),
	isOpen: integer("is_open").notNull(),
	ownerId: text("owner_id").notNull(),
	openedBy: text("opened_by").notNull(),
	openedAt: integer("opened_at").notNull(),
	dueAt: integer("due_at").notNull(),
	keyId: text("key_id").notNull(),
	epoch: integer("epoch").notNull(),
	/** The case's revision. */
	seq: integer("seq").notNull(),
	body: text("body").notNull(),
});

/** Of a destroyed key the row stays, `wrapped` and `wrappingKeyId` null. */
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

/** How often somebody had personal data shown, searched or recognised (`DisclosureKind`) in an hour: what the limits count. */
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
