import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const branches = sqliteTable("branches", {
	branchId: text("branch_id").primaryKey(),
	region: text("region").notNull(),
	kind: text("kind").notNull(),
	nameZh: text("name_zh").notNull(),
	nameEn: text("name_en").notNull(),
	regionNameZh: text("region_name_zh").notNull(),
	regionNameEn: text("region_name_en").notNull(),
	epoch: integer("epoch").notNull(),
	seq: integer("seq").notNull(),
});

export const rollups = sqliteTable(
	"rollups",
	{
		branchId: text("branch_id").notNull(),
		businessDay: text("business_day").notNull(),
		epoch: integer("epoch").notNull(),
		seq: integer("seq").notNull(),
		receivedAt: integer("received_at").notNull(),
		body: text("body").notNull(),
	},
	(table) => [primaryKey({ columns: [table.branchId, table.businessDay] })],
);

export const reports = sqliteTable(
	"reports",
	{
		branchId: text("branch_id").notNull(),
		businessDay: text("business_day").notNull(),
		region: text("region").notNull(),
		epoch: integer("epoch").notNull(),
		seq: integer("seq").notNull(),
		hash: text("hash").notNull(),
		storedAt: integer("stored_at").notNull(),
		body: text("body").notNull(),
	},
	(table) => [primaryKey({ columns: [table.branchId, table.businessDay] })],
);

export const forecasts = sqliteTable(
	"forecasts",
	{
		branchId: text("branch_id").notNull(),
		businessDay: text("business_day").notNull(),
		toldAt: integer("told_at").notNull(),
		body: text("body").notNull(),
	},
	(table) => [primaryKey({ columns: [table.branchId, table.businessDay] })],
);

export const daySigning = sqliteTable(
	"day_signing",
	{
		branchId: text("branch_id").notNull(),
		businessDay: text("business_day").notNull(),
		version: integer("version").notNull(),
		body: text("body").notNull(),
	},
	(table) => [primaryKey({ columns: [table.branchId, table.businessDay, table.version] })],
);
