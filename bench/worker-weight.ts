import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { bundleWorker, WORKER_MAX_KIB } from "../scripts/build/bundle-worker.ts";
import { type Measure, measure } from "./measure/measure.ts";
import { bundledBytes } from "./page-weight.ts";

const KIB = 1_024;
/** What no worker of this kind can do without: a router and a validator, each with one thing to do. */
const SMALLEST = `
	import { Hono } from "hono";
	import * as z from "zod";
	const body = z.object({ name: z.string() });
	export default new Hono().post("/", async (context) => context.json(body.parse(await context.req.json())));
`;

/** Kibibytes of the gzipped module that is deployed, beside its router and validator alone. */
export async function workerWeight(): Promise<Measure> {
	const code = readFileSync(await bundleWorker());
	return measure({
		value: gzipSync(code).length / KIB,
		baseline: (await bundledBytes(SMALLEST)) / KIB,
		unit: "KiB",
		target: { of: "value", atMost: WORKER_MAX_KIB },
		beside: { unpackedKiB: code.length / KIB },
		notes:
			"The one module a deployment uploads, without its source map; the baseline is the router and the validator alone.",
	});
}
