import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

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
