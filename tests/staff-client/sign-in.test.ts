import { describe, expect, it } from "vitest";
import { type Actor, Role, type StaffActor } from "../../schema/actor.ts";
import { GRANTED, mayIn, type Right } from "../../staff-client/access/grants.ts";
import { rolesAt } from "../../staff-client/access/place.ts";
import { whomToAsk } from "../../staff-client/access/whom-to-ask.ts";
import { ASK_SESSION_EVERY_MS, idleStep, LOCK_AFTER_MS } from "../../staff-client/session/idle-lock.ts";
import { safeNext } from "../../staff-client/session/safe-next.ts";
import { holds, isWithin } from "../../worker/domain/may.ts";

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
	const use = { now: 0, touchedAt: 0, askedAt: 0, visible: true, hasPin: true };
	it("[ACC-5] locks itself after its time, and only when there is a PIN to unlock it", () => {
		expect(idleStep({ ...use, now: LOCK_AFTER_MS - 1 })).toBe("nothing");
		expect(idleStep({ ...use, now: LOCK_AFTER_MS })).toBe("lock");
		expect(idleStep({ ...use, now: LOCK_AFTER_MS, visible: false })).toBe("lock");
		expect(idleStep({ ...use, now: 10 * LOCK_AFTER_MS, hasPin: false })).toBe("nothing");
		expect(idleStep({ ...use, now: LOCK_AFTER_MS, touchedAt: 1 })).not.toBe("lock");
	});
	it("[ACC-4] keeps a session alive only while somebody uses the page", () => {
		const now = ASK_SESSION_EVERY_MS;
		expect(idleStep({ ...use, now, touchedAt: now - 1 })).toBe("ask");
		expect(idleStep({ ...use, now, touchedAt: now - 1, askedAt: 1 })).toBe("nothing");
		expect(idleStep({ ...use, now, touchedAt: now - 1, visible: false })).toBe("nothing");
		expect(idleStep({ ...use, now: 9 * now, touchedAt: 0, hasPin: false })).toBe("nothing");
	});
});

describe("what a role may do", () => {
	it("[ACC-13] is offered exactly as the server grants it", () => {
		for (const right of Object.keys(GRANTED) as Right[]) {
			for (const role of Role.options) {
				const actor: Actor = { kind: "staff", staffId: "x", role, place: { kind: "bank" } };
				expect([right, role, mayIn([role])(right)]).toEqual([right, role, holds(actor, right)]);
			}
		}
	});
	it("[ACC-13] goes by the roles held at the branch at hand", () => {
		const at = (role: Role, place: StaffActor["place"]): StaffActor => ({ kind: "staff", staffId: "x", role, place });
		const actors = [
			at("lobby-manager", { kind: "branch", branchId: "sh-a" }),
			at("branch-head", { kind: "sub-branch", nodeId: "sh.east", branchIds: ["sh-b"] }),
			at("auditor", { kind: "region", region: "bj" }),
			at("it-support", { kind: "bank" }),
		];
		for (const branchId of ["sh-a", "sh-b", "sh-c", "bj-a", "shx-a"]) {
			const expected = actors.filter(({ place }) => isWithin(place, branchId)).map(({ role }) => role);
			expect([branchId, rolesAt(actors, branchId)]).toEqual([branchId, expected]);
		}
	});
	it("[ACC-8] says whom to ask for what is missing", () => {
		expect(whomToAsk("not-permitted", "live.staff")).toBe("branch-head");
		expect(whomToAsk("wrong-place", "live.staff")).toBe("human-resources");
		expect(whomToAsk("session-expired", "live.staff")).toBeNull();
	});
});
