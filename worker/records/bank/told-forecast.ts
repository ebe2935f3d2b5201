import { and, eq, gte } from "drizzle-orm";
import { ToldForecast } from "../../../schema/hall/told-forecast.ts";
import { incoming, type Memory } from "../memory.ts";
import { forecasts } from "./tables.ts";

const Body = ToldForecast.omit({ businessDay: true, toldAt: true });

/** Keeps what is told of a day before it opens; a day before it that closes again tells it anew. One row. */
export async function keepForecast(
	memory: Memory,
	branchId: string,
	{ businessDay, toldAt, ...body }: ToldForecast,
): Promise<void> {
	await memory
		.insert(forecasts)
		.values({ branchId, businessDay, toldAt, body: JSON.stringify(body) })
		.onConflictDoUpdate({
			target: [forecasts.branchId, forecasts.businessDay],
			set: { toldAt: incoming(forecasts.toldAt), body: incoming(forecasts.body) },
		});
}

/** What was told of a branch's days since `from`. */
export async function toldForecasts(memory: Memory, branchId: string, from: string): Promise<ToldForecast[]> {
	const rows = await memory
		.select()
		.from(forecasts)
		.where(and(eq(forecasts.branchId, branchId), gte(forecasts.businessDay, from)));
	return rows.map(({ businessDay, toldAt, body }) => ({ businessDay, toldAt, ...Body.parse(JSON.parse(body)) }));
}
