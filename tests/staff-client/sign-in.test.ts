import { describe, expect, it } from "vitest";
import { ASK_SESSION_EVERY_MS, idleStep, LOCK_AFTER_MS } from "../../staff-client/session/idle-step.ts";
import { safeNext } from "../../staff-client/sign-in/safe-next.ts";

const ORIGIN = "https://hall.example";

describe("where one goes after signing in", () => {
	it.for(["/staff/", "/staff/?branch=sh-lujiazui&as=branch-head", "/console/#/people", "/counter/?lang=en", "/"])(
		"[ACC-14] %s is a page of ours",
		(next) => {
			expect(safeNext(next, ORIGIN)).toBe(new URL(next, ORIGIN).href);
		},
	);
	it.for([
		null,
		"",
		"https://evil.example/staff/",
		"//evil.example/staff/",
		"/\\evil.example/staff/",
		"\\\\evil.example",
		"/\t/evil.example/staff/",
		"/\n/evil.example",
		"/.//evil.example",
		"/staff/..//evil.example",
		"/%2f/evil.example",
		"javascript:alert(1)",
		"data:text/html,hello",
		" /staff/",
		"staff/",
		"/staff/../api/session",
		"/api/demo",
		"/sign-in/?next=/sign-in/",
		"https:/staff/",
		"/@evil.example",
		"http://hall.example/staff/",
		"https://hall.example.evil.example/staff/",
		"https://hall.example@evil.example/staff/",
	])("[ACC-14] %j leads nowhere", (next) => {
		expect(safeNext(next, ORIGIN)).toBeNull();
	});
});

describe("a page left alone", () => {
	const use = { now: 0, touchedAt: 0, askedAt: 0, visible: true, hasPin: true, lock: "open" } as const;
	it("[ACC-5] locks itself after its time, and only when there is a PIN to unlock it", () => {
		expect(idleStep({ ...use, now: LOCK_AFTER_MS - 1 })).toBe("nothing");
		expect(idleStep({ ...use, now: LOCK_AFTER_MS })).toBe("lock");
		expect(idleStep({ ...use, now: LOCK_AFTER_MS, visible: false })).toBe("lock");
		expect(idleStep({ ...use, now: 10 * LOCK_AFTER_MS, hasPin: false })).toBe("nothing");
		expect(idleStep({ ...use, now: LOCK_AFTER_MS, touchedAt: 1 })).not.toBe("lock");
	});
	it("[ACC-15] tells the server until it knows, and once locked asks for nothing", () => {
		const now = LOCK_AFTER_MS + 5_000;
		expect(idleStep({ ...use, now, touchedAt: now, lock: "locking" })).toBe("lock");
		expect(idleStep({ ...use, now: 3 * now, touchedAt: 3 * now - 1, lock: "locked" })).toBe("nothing");
	});
	it("[ACC-4] keeps a session alive only while somebody uses the page", () => {
		const now = ASK_SESSION_EVERY_MS;
		expect(idleStep({ ...use, now, touchedAt: now - 1 })).toBe("ask");
		expect(idleStep({ ...use, now, touchedAt: now - 1, askedAt: 1 })).toBe("nothing");
		expect(idleStep({ ...use, now, touchedAt: now - 1, visible: false })).toBe("nothing");
		expect(idleStep({ ...use, now: 9 * now, touchedAt: 0, hasPin: false })).toBe("nothing");
	});
});
