import { env } from "cloudflare:workers";
import { it } from "vitest";
import { TOLD_PER_SECOND_MAX } from "../../../schema/limits.ts";
import { rollOutTurn } from "../../../worker/api/configuration/roll-out.ts";
import type { Env } from "../../../worker/platform/env.ts";
import { findVersion } from "../../../worker/records/configuration/section-version.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { approvedVersion, aRegion, plantBranches, publish } from "./a-section.ts";

const BRANCHES = 40_000;
const MINUTE_MS = 60_000;
const WITHIN_TURNS = 10;

it("[CFG-9] 40,000 branches are told within ten minutes, at most a hundred a second, each once, through turns that break off", async ({
	expect,
}) => {
	const { region } = await aRegion();
	const wish = {
		nodeId: region,
		section: "reason-codes",
		change: ({ codes }: { codes: object[] }) => ({ codes: codes.slice(1) }),
	};
	const approved = await approvedVersion(wish);
	await plantBranches(`${region}-x`, region, BRANCHES - 1);
	const heard = new Map<string, number>();
	let virtualMs = 0;
	let breaksAt = 9_000;
	const stub = (branchId: string) => ({
		sectionsChanged: async () => {
			heard.set(branchId, (heard.get(branchId) ?? 0) + 1);
		},
	});
	const fake = { ...env, DB: env.DB, BRANCH: { getByName: stub } } as unknown as Env;
	const pause = async (ms: number) => {
		virtualMs += ms;
		if (heard.size < breaksAt) return;
		breaksAt = Number.POSITIVE_INFINITY;
		throw new Error("the turn breaks off");
	};
	const out = await publish(approved);
	const first = out.told.count;
	const perTurn: number[] = [];
	let turns = 0;
	for (; turns < WITHIN_TURNS + 1; turns++) {
		const before = virtualMs;
		await rollOutTurn(fake, Date.now() + turns * MINUTE_MS, pause).catch(() => null);
		perTurn.push(virtualMs - before);
		if ((await findVersion(memoryOf(env.DB), out.versionId))?.told.done) break;
	}
	expect(turns).toBeLessThan(WITHIN_TURNS);
	for (const ms of perTurn) expect(ms).toBeLessThan(MINUTE_MS);
	expect(heard.size + first).toBe(BRANCHES);
	const said = [...heard.values()].reduce((sum, times) => sum + times, 0);
	// What broke off is told again from its last note on: harmless, and less than one note's worth.
	expect(said - heard.size).toBeLessThan(400);
	expect((said * 1_000) / virtualMs).toBeLessThanOrEqual(TOLD_PER_SECOND_MAX * 1.05);
}, 120_000);
