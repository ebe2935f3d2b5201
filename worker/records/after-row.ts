import { and, type Column, eq, gt, lt, or, type SQL } from "drizzle-orm";

type At = { readonly column: Column; readonly value: string };

/** What comes after one row in the order of two columns: the first upwards or downwards, the second, which settles ties, upwards. */
export function afterRow(order: "up" | "down", first: At, second: At): SQL | undefined {
	const beyond = order === "up" ? gt : lt;
	return or(beyond(first.column, first.value), and(eq(first.column, first.value), gt(second.column, second.value)));
}
