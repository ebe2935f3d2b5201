import { describe, it } from "vitest";
import { Pace, type Paced, type Sender } from "../../../worker/domain/pace/pace.ts";

const AT = Date.UTC(2026, 10, 23, 2);
const FLOODS: readonly (readonly [Sender["kind"], Paced, perMinute: number])[] = [
	["customer", "command", 13],
	["customer", "view", 36],
	["customer", "frame", 81],
	["screen", "view", 66],
	["screen", "command", 13],
	["kiosk", "view", 66],
	["staff", "view", 71],
];

/** How many of `perSecond` a second, for a minute, went through. */
function through(pace: Pace, paced: Paced, senders: readonly Sender[], perSecond: number, socketOf?: () => object) {
	let taken = 0;
	for (let sent = 0; sent < 60 * perSecond; sent++) {
		const now = AT + Math.floor((sent * 1_000) / perSecond);
		const sender = senders[sent % senders.length] as Sender;
		if (pace.take(paced, sender, now, socketOf?.()).waitMs === 0) taken += 1;
	}
	return taken;
}

describe("the pace of a branch", () => {
	it.for(FLOODS)(
		"[LIVE-11] of one %s lets no more %ss through in a minute than %i",
		([kind, paced, most], { expect }) => {
			const sender = { kind, name: "one" };
			expect(through(new Pace(() => 1), paced, [sender], 200)).toBeLessThanOrEqual(most);
			const fresh = () => ({});
			expect(through(new Pace(() => 1), paced, [sender], 200, fresh), "a new socket each time").toBeLessThanOrEqual(
				most,
			);
		},
	);

	it("[LIVE-11] of a teller's busiest minute and of a screen's one view a second holds nobody up", ({ expect }) => {
		const teller = { kind: "staff", name: "teller" } as const;
		expect(through(new Pace(() => 1), "command", [teller], 10)).toBe(600);
		expect(through(new Pace(() => 1), "view", [{ kind: "screen", name: "screen" }], 1)).toBe(60);
	});

	it("[LIVE-11] is a sender's own: who floods holds nobody else up, and staff never wait for the hall", ({
		expect,
	}) => {
		const pace = new Pace(() => 1);
		const phones = Array.from({ length: 400 }, (_, index) => ({ kind: "customer", name: `phone ${index}` }) as const);
		through(pace, "frame", phones.slice(0, 1), 3_000);
		expect(pace.take("frame", phones[1] as Sender, AT + 60_000).waitMs).toBe(0);
		expect(through(pace, "command", phones, 2_000), "all phones together").toBeLessThanOrEqual(1_420);
		expect(pace.take("command", { kind: "staff", name: "teller" }, AT + 60_000).waitMs).toBe(0);
	});

	it("[LIVE-11] says whether the sender itself or all together were too fast, and for how long to wait", ({
		expect,
	}) => {
		const pace = new Pace(() => 1);
		const screen = { kind: "screen", name: "screen" } as const;
		while (pace.take("view", screen, AT).waitMs === 0);
		const { waitMs, own } = pace.take("view", screen, AT);
		expect({ waitMs, own }).toEqual({ waitMs: 1_000, own: true });
		expect(pace.take("view", screen, AT + waitMs).waitMs).toBe(0);
		for (let index = 0; index < 1_000; index++) pace.take("view", { kind: "screen", name: `screen ${index}` }, AT);
		expect(pace.take("view", { kind: "screen", name: "last" }, AT).own).toBe(false);
	});

	it("[LIVE-11] tires of a socket that goes on in vain, and of no other", ({ expect }) => {
		const pace = new Pace(() => 1);
		const [bad, good] = [{}, {}];
		let sent = 0;
		while (!pace.isTried(bad, AT)) sent += 1;
		expect(sent).toBe(40);
		expect(pace.isTried(good, AT)).toBe(false);
	});

	it("[LIVE-11] is as much faster as the branch's clock", ({ expect }) => {
		const sender = { kind: "customer", name: "replayed" } as const;
		expect(through(new Pace(() => 100), "command", [sender], 10)).toBe(600);
	});

	it("[LIVE-11] forgets senders rather than grow without end, and a forgotten one is not held up", ({ expect }) => {
		const pace = new Pace(() => 1);
		const first = { kind: "screen", name: "first" } as const;
		while (pace.take("view", first, AT).waitMs === 0);
		for (let index = 0; index < 20_000; index++)
			pace.take("view", { kind: "customer", name: `phone ${index}` }, AT + index * 40);
		expect(pace.take("view", first, AT).waitMs).toBe(0);
	});
});
