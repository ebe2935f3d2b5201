import { describe, expect, it } from "vitest";
import type { CallResult } from "../../../client-kit/call/call.ts";
import { OFFLINE } from "../../../client-kit/call/client-problem.ts";
import { browserLabel } from "../../../kiosk-client/pair/browser-world.ts";
import { approvalAddress, nextAddress, purposeIn } from "../../../kiosk-client/pair/next-address.ts";
import { DENIED_REST_MS, pairDevice } from "../../../kiosk-client/pair/pair-device.ts";
import type { Approved, PairingStep, PairingWorld } from "../../../kiosk-client/pair/pairing-step.ts";
import { PAIRING_MAX_MS, PAIRING_POLL_EVERY_MS } from "../../../schema/limits.ts";
import type { PairingAnswer, PairingStart } from "../../../schema/people/device.ts";

const APPROVED: Approved = {
	status: "approved",
	deviceId: "d1",
	branchId: "sh-lujiazui",
	name: "一楼主屏",
	actor: { kind: "device", deviceId: "d1", purpose: "display", place: { kind: "branch", branchId: "sh-lujiazui" } },
};
const LOST = { ok: false, problem: OFFLINE } as const;

type Said = PairingAnswer | "lost";

/** A server that says these things in turn, in a time of its own; the last is repeated for ever. */
function aWorld({ starts = [] as "lost"[], says = [] as Said[], keeps = true }) {
	let now = 1_000;
	let codes = 0;
	const steps: PairingStep[] = [];
	const waits: number[] = [];
	const world: PairingWorld = {
		start: async (): Promise<CallResult<PairingStart>> => {
			if (starts.shift() === "lost") return LOST;
			codes += 1;
			return {
				ok: true,
				value: {
					deviceCode: "x".repeat(43),
					userCode: `BBBBBBB${"BCDFGHJKLM"[codes - 1]}`,
					expiresAt: 0,
					expiresInMs: PAIRING_MAX_MS,
					pollEveryMs: PAIRING_POLL_EVERY_MS,
				},
			};
		},
		poll: async () => {
			const said = (says.length > 1 ? says.shift() : says[0]) ?? APPROVED;
			return said === "lost" ? LOST : { ok: true, value: said };
		},
		keep: () => (keeps ? Promise.resolve() : Promise.reject(new Error("a private window"))),
		show: (step) => void steps.push(step),
		now: () => now,
		wait: async (ms) => {
			waits.push(ms);
			now += ms;
		},
		random: () => 0.5,
	};
	return { world, steps, waits, shown: () => steps.map((step) => (step.kind === "code" ? step.userCode : step.kind)) };
}

describe("a browser being paired", () => {
	it("[DEV-9] shows a code, asks as often as it may, and is done when it is approved", async () => {
		const { world, waits, shown } = aWorld({ says: [{ status: "pending" }, { status: "pending" }, APPROVED] });
		expect(await pairDevice(world)).toEqual(APPROVED);
		expect(shown()).toEqual(["BBBBBBBB"]);
		expect(waits).toEqual([PAIRING_POLL_EVERY_MS, PAIRING_POLL_EVERY_MS, PAIRING_POLL_EVERY_MS]);
	});

	it("[DEV-2] asks more slowly once it was told to", async () => {
		const { world, waits } = aWorld({
			says: [{ status: "slow-down", pollEveryMs: 9_000 }, { status: "pending" }, APPROVED],
		});
		await pairDevice(world);
		expect(waits).toEqual([PAIRING_POLL_EVERY_MS, 9_000, 9_000]);
	});

	it("[DEV-9] gets a new code when the old one expires, by the server's word or by its own clock", async () => {
		const byWord = aWorld({ says: [{ status: "expired" }, APPROVED] });
		await pairDevice(byWord.world);
		expect(byWord.shown()).toEqual(["BBBBBBBB", "BBBBBBBC"]);
		const polls = Math.ceil(PAIRING_MAX_MS / PAIRING_POLL_EVERY_MS);
		const byClock = aWorld({ says: [...Array<Said>(polls).fill({ status: "pending" }), APPROVED] });
		await pairDevice(byClock.world);
		expect(byClock.shown()).toEqual(["BBBBBBBB", "BBBBBBBC"]);
	});

	it("[DEV-9] says that it was denied, rests, and offers itself again", async () => {
		const { world, shown, waits } = aWorld({ says: [{ status: "denied" }, APPROVED] });
		await pairDevice(world);
		expect(shown()).toEqual(["BBBBBBBB", "denied", "BBBBBBBC"]);
		expect(waits).toContain(DENIED_REST_MS);
	});

	it("[DEV-9] keeps trying without a network, ever more slowly and spread, and says so", async () => {
		const { world, shown, waits, steps } = aWorld({
			starts: ["lost", "lost", "lost"],
			says: ["lost", "lost", { status: "pending" }, APPROVED],
		});
		await pairDevice(world);
		expect(shown().slice(0, 4)).toEqual(["waiting", "waiting", "waiting", "BBBBBBBB"]);
		expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
		expect(steps.slice(3).map((step) => step.kind === "code" && step.cut)).toEqual([false, true, true, false]);
	});

	it("[DEV-9] says so when the browser cannot keep its key", async () => {
		const { world, steps } = aWorld({ says: [APPROVED], keeps: false });
		expect(await pairDevice(world)).toBeNull();
		expect(steps.at(-1)).toEqual({ kind: "unable", why: "forgetful" });
	});

	it("[DEV-9] goes on to the page it came from, and never to a foreign or another one", () => {
		const display = { purpose: "display", branchId: "sh-a" } as const;
		expect(nextAddress("/display/?branch=bj-b&zone=vip&speak=1", display)).toBe(
			"/display/?branch=sh-a&zone=vip&speak=1",
		);
		for (const next of [null, "https://evil.example/", "//evil.example/?x=1", "/kiosk/?branch=sh-a", "javascript:x"]) {
			expect(nextAddress(next, display)).toBe("/display/?branch=sh-a");
		}
		expect(purposeIn(new URLSearchParams("for=counter-pad"))).toBe("counter-pad");
		expect(purposeIn(new URLSearchParams("for=toString"))).toBe("display");
		expect(approvalAddress("https://t.test", "WDJBMJHT", "/display/?branch=sh-a")).toBe(
			"https://t.test/approve/?branch=sh-a#WDJBMJHT",
		);
	});

	it("[DEV-1] names its browser in a few words", () => {
		const chrome =
			"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
		expect(browserLabel(chrome)).toBe("Chrome 141 · Linux");
		expect(browserLabel("")).toBe("?");
		expect(browserLabel("x".repeat(300)).length).toBeLessThanOrEqual(80);
	});
});
