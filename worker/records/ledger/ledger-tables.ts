import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const ledgerEntries = sqliteTable(
	"ledger_entry",
	{
		chain: text("chain").notNull(),
		seq: integer("seq").notNull(),
		at: integer("at").notNull(),
		staffId: text("staff_id"),
		act: text("act").notNull(),
		subject: text("subject").notNull(),
		body: text("body").notNull(),
		hash: text("hash").notNull(),
	},
	(table) => [primaryKey({ columns: [table.chain, table.seq] })],
);

export const ledgerAnchors = sqliteTable(
	"ledger_anchor",
	{
		chain: text("chain").notNull(),
		seq: integer("seq").notNull(),
		hash: text("hash").notNull(),
		at: integer("at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.chain, table.seq] })],
);
