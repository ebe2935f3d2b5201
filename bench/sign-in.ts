import type { BenchServer } from "./hall/bench-server.ts";
import { tokenFor } from "./hall/open-branch.ts";
import { interleave, spread } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";

const ROUNDS = 30;
const TARGET = { of: "ratio", atMost: 1.3 } as const;
const STAFF_ID = "bench-operator";

/**
 * One person signing in with a password, from the request to the token, beside the password's hash alone made in the same
 * workerd: nearly all of it is meant to be that, for it is what makes guessing dear.
 */
export async function signIn(bench: BenchServer): Promise<Measure> {
	const password = await firstPassword(bench);
	const ways = {
		signIn: () => post(bench, `${bench.url.branch}/api/session`, { staffId: STAFF_ID, password, carry: "token" }),
		hash: () => post(bench, `${bench.url.bare}/api/bare/${STAFF_ID}/hash`, { password }),
	};
	const taken = await interleave(["signIn", "hash"], ROUNDS, async (way) => {
		const startedAt = performance.now();
		await ways[way]();
		return performance.now() - startedAt;
	});
	return measure({
		value: median(taken.signIn),
		baseline: median(taken.hash),
		unit: "ms",
		spread: spread(taken.signIn, taken.hash),
		target: TARGET,
		beside: { rounds: ROUNDS, mostMs: Math.max(...taken.signIn), bareMostMs: Math.max(...taken.hash) },
		notes: "One after the other; the baseline is one scrypt of the same settings in the bare worker.",
	});
}

/** Somebody new at the bank itself, who has signed in with nothing but the password given at joining. */
async function firstPassword(bench: BenchServer): Promise<string> {
	const operator = await tokenFor(bench, { kind: "staff", role: "head-office-operator" });
	const joiner = {
		staffId: STAFF_ID,
		name: { zh: "测试", en: "Bench" },
		assignments: [{ role: "auditor", nodeId: "bank" }],
	};
	const text = await post(bench, `${bench.url.branch}/api/people`, joiner, { authorization: `Bearer ${operator}` });
	return (JSON.parse(text) as { firstPassword: string }).firstPassword;
}

async function post(bench: BenchServer, url: string, body: object, more: Record<string, string> = {}): Promise<string> {
	const headers = { "content-type": "application/json", ...more };
	const { status, text } = await bench.http.call("POST", url, headers, JSON.stringify(body));
	if (status !== 200) throw new BenchFailure(`${url} was answered ${status}: ${text}`);
	return text;
}
