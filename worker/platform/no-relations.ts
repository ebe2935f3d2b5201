/**
 * In place of the parts of drizzle-orm that read by relations and count by subquery (`[alias]` of wrangler.toml): the bank's memory
 * is asked by plain statements alone, and those parts would be a hundredth of the deployed worker.
 */
function none(): never {
	throw new Error("the worker reads no relations");
}

/** No row is one, and none can be made. */
class None {
	constructor() {
		none();
	}
}

/** Columns are called in D1 as they are in the code. */
class CasingCache {
	getColumnCasing(column: { readonly name: string }): string {
		return column.name;
	}
}

export {
	CasingCache,
	None as Many,
	None as One,
	None as RelationalQueryBuilder,
	None as SQLiteCountBuilder,
	none as createTableRelationsHelpers,
	none as extractTablesRelationalConfig,
	none as getOperators,
	none as getOrderByOperators,
	none as getPgColumnBuilders,
	none as getSQLiteColumnBuilders,
	none as normalizeRelation,
};
