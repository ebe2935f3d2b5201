import { describe, it } from "vitest";
import type { Audience } from "../../../schema/hall/view.ts";
import { aBranch, commitsOf, eventually, MINUTE_MS, MONDAY, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { collectionsOf, viewOf } from "../live-client.ts";
import { inside } from "../storage.ts";
import { type Known, noted, timeOf, variedDay } from "../varied-day.ts";

/** So slow that a branch minute outlasts the test, yet the clock runs and alarms are armed. */
const CRAWL = 2e-3;
/** The evening after the scripted day. */
const LATE = MONDAY_10 + 12 * 60 * MINUTE_MS;

type Around = "each command" | "nothing";

/** Plays the scripted day, with an eviction before and after every command or none at all. */
async function play(around: Around, upTo = Number.POSITIVE_INFINITY): Promise<TestBranch> {
	const branch = await aBranch();
	const known: Known = { at: new Map(), tickets: [], alerts: [], surprises: [] };
	const steps = variedDay(branch.branchId, branch.configuration);
	for (const [index, step] of steps.entries()) {
		if (step.minute > upTo) break;
		await branch.setTime(timeOf(step), CRAWL);
		if (around === "each command") await branch.evict();
		const command = step.command(known);
		const answer = await branch.send(step.actor, command, `step-${String(index).padStart(6, "0")}`, step.expect);
		if (around === "each command") await branch.evict();
		noted(known, step, command, answer);
	}
	if (known.surprises.length > 0) throw new Error(known.surprises.join("\n"));
	return branch;
}

/** Everything that can be seen of a branch from outside, and its alarm; what is its own by chance is left out. */
async function outsideOf(branch: TestBranch) {
	const { branchId } = branch;
	const credential = `token.${await tokenOf(staff(branchId, "lobby-manager", "li-na"))}`;
	const seen = async (audience: Audience) => collectionsOf(await viewOf({ branchId, audience, credential }));
	const status = await branch.stub().status();
	const { at, speed } = await viewOf({ branchId, audience: "display", credential });
	const armedAt = await inside(branchId, (_, storage) => storage.getAlarm());
	const everything = {
		status: status.ok ? { ...status.value, epoch: 0, at: 0 } : status,
		staff: await seen("staff"),
		display: await seen("display"),
		own: await seen("status"),
		commits: (await commitsOf(branchId, MONDAY)).map((commit) => ({
			...commit,
			// What the branch does by itself is named by the moment too.
			...{ commandId: commit.commandId.replace(/-\d{13}$/, ""), hash: "", fingerprint: "" },
		})),
		alarmInMinutes: armedAt === null ? null : Math.round(((armedAt - Date.now()) * CRAWL) / MINUTE_MS),
		clock: { minute: Math.floor((at - MONDAY_10) / MINUTE_MS), speed },
	};
	return JSON.parse(JSON.stringify(everything).replaceAll(branchId, "this-branch"), withoutClockDrift);
}

/** The crawling clock may have moved by a millisecond or two: times are compared by the second, and of quotes that there are any. */
function withoutClockDrift(key: string, value: unknown): unknown {
	if (/^p\d0Ms$/.test(key)) return "quoted";
	return typeof value === "number" && value > MONDAY_10 - 86_400_000 ? Math.floor(value / 1_000) : value;
}

describe("a scripted day with all verbs", () => {
	it("[LOG-2] ends the same whether the branch is evicted before and after every command or never", async ({
		expect,
	}) => {
		const undisturbed = await play("nothing");
		const evicted = await play("each command");
		// What was refused while the closed day was on its way to D1 follows a minute later; then there is nothing left to wake up for.
		for (const branch of [undisturbed, evicted]) {
			await branch.setTime(LATE, CRAWL);
			const armed = () => inside(branch.branchId, (_, storage) => storage.getAlarm());
			await eventually("no alarm", async () => (await armed()) === null);
		}
		const expected = await outsideOf(undisturbed);
		expect(expected.commits.length).toBeGreaterThan(55);
		expect(expected.alarmInMinutes).toBeNull();
		expect(await outsideOf(evicted)).toEqual(expected);
	});

	it("[LOG-2] is the same in the middle too, with its alarm armed for whatever comes first", async ({ expect }) => {
		const undisturbed = await play("nothing", 60);
		const evicted = await play("each command", 60);
		const expected = await outsideOf(undisturbed);
		// At the latest four hours after closing time at 17:00; somebody's wait is too long before that.
		expect(expected.alarmInMinutes).toBeGreaterThan(0);
		expect(expected.alarmInMinutes).toBeLessThanOrEqual(10 * 60);
		expect(await outsideOf(evicted)).toEqual(expected);
		await evicted.evict();
		expect(await outsideOf(evicted)).toEqual(expected);
	});
});
