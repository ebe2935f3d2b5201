import { beforeAll, describe, it } from "vitest";
import type { Actor, HolderActor } from "../../../schema/actor.ts";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { Problem } from "../../../schema/problem.ts";
import { actorFor } from "../../../worker/api/door/authorise.ts";
import { BRANCH_ID } from "../../domain/a-day.ts";
import { AT_ANY_PLACE, everybodyAt, PLACES, WHO_HOLDS, type Who } from "../../domain/who-may.ts";
import { call, token } from "../callers.ts";

/** One well-formed value for every name in an address. */
const IN_ADDRESS: Readonly<Record<string, string>> = {
	branchId: BRANCH_ID,
	nodeId: BRANCH_ID,
	businessDay: "2026-11-23",
	ticketId: "20261123-A001",
	staffId: "somebody",
	sessionId: "abcdefghijklmnop",
	deviceId: "some-device",
	accountId: "some-program",
	section: "limits",
	versionId: "some-version",
	caseId: `sh-lujiazui_${"0".repeat(24)}`,
};

const GUARDED = Object.entries<Endpoint>(ENDPOINTS).filter(([, { permission }]) => permission !== "public");

function namesIn(path: string): string[] {
	return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
}

function addressOf({ path }: Endpoint): string {
	return path.replaceAll(/:(\w+)/g, (_, name: string) => IN_ADDRESS[name] ?? `no-${name}`);
}

/** What the hand-written table says somebody is told. */
function expected(
	{ permission, path }: Endpoint,
	who: Who,
	inside: boolean,
): "allowed" | "not-permitted" | "wrong-place" {
	const holders: readonly Who[] = permission === "public" ? [] : WHO_HOLDS[permission];
	if (!holders.includes(who)) return "not-permitted";
	const hasPlace = namesIn(path).some((name) => name === "branchId" || name === "nodeId");
	return inside || !hasPlace ? "allowed" : "wrong-place";
}

function asHolder(actor: Actor): HolderActor {
	if (actor.kind === "customer" || actor.kind === "system") throw new Error(`${actor.kind} holds no session`);
	return actor;
}

function callerOf(actor: HolderActor): Parameters<typeof actorFor>[1] {
	const session = { sessionId: "abcdefghijklmnop", endsAt: 0, locked: false, mustChangePassword: false, token: "" };
	return { kind: "session", actors: [actor], carriedBy: "header", ...session };
}

describe("every endpoint, everybody, every place", () => {
	it("[MAY-6] is allowed exactly as the table written by hand says", ({ expect }) => {
		let asked = 0;
		for (const [name, endpoint] of GUARDED) {
			const at = Object.fromEntries(namesIn(endpoint.path).map((key) => [key, IN_ADDRESS[key] ?? ""]));
			for (const [where, [place, inside]] of Object.entries(PLACES)) {
				for (const [who, actor] of everybodyAt(place)) {
					const answer = actorFor(endpoint.permission, callerOf(asHolder(actor)), at);
					const said = typeof answer === "string" ? answer : "allowed";
					expect([name, where, who, said]).toEqual([name, where, who, expected(endpoint, who, inside)]);
					asked++;
				}
			}
			const customer =
				actorFor(endpoint.permission, { kind: "link", link: "" }, at) === null ? "allowed" : "not-permitted";
			expect([name, "customer", customer]).toEqual([name, "customer", expected(endpoint, "customer", true)]);
		}
		expect(asked).toBe(GUARDED.length * Object.keys(PLACES).length * 25);
		expect(AT_ANY_PLACE.map(([who]) => who)).toEqual(["customer", "system"]);
	});

	it("[MAY-6] somebody with several roles acts in the one that allows it, where it allows it", ({ expect }) => {
		const place = { kind: "branch", branchId: BRANCH_ID } as const;
		const guard = { kind: "staff", staffId: "somebody", role: "guard", place } as const;
		const headElsewhere = { ...guard, role: "branch-head", place: { kind: "branch", branchId: "sh-pudong" } } as const;
		const caller = { ...callerOf(guard), actors: [guard, headElsewhere] } as const;
		expect(actorFor("reports.read", caller, { branchId: BRANCH_ID })).toBe("wrong-place");
		expect(actorFor("reports.read", caller, { branchId: "sh-pudong" })).toBe(headElsewhere);
		expect(actorFor("status.read", caller, { branchId: BRANCH_ID })).toBe(guard);
		expect(actorFor("referral.sign", caller, { branchId: BRANCH_ID })).toBe("not-permitted");
	});
});

describe("through the door", () => {
	const tokens = new Map<string, string>();
	const SIDES = ["own branch", "sister branch", "own region", "another region"];
	beforeAll(async () => {
		for (const where of SIDES) {
			for (const [who, actor] of everybodyAt(PLACES[where]?.[0] ?? { kind: "bank" })) {
				tokens.set(`${where} ${who}`, await token(asHolder(actor)));
			}
		}
	}, 60_000);

	it.for(GUARDED)(
		"[MAY-6] [DOOR-1] %s refuses whoever may not, at each place",
		{ timeout: 60_000 },
		async ([name, endpoint], { expect }) => {
			for (const where of SIDES) {
				const [place, inside] = PLACES[where] ?? [{ kind: "bank" }, true];
				for (const [who] of everybodyAt(place)) {
					const code = expected(endpoint, who, inside);
					if (code === "allowed") continue;
					const headers = { Authorization: `Bearer ${tokens.get(`${where} ${who}`)}` };
					const response = await call(addressOf(endpoint), { method: endpoint.method, headers });
					const problem = Problem.parse(await response.json());
					expect([name, where, who, response.status, problem.code]).toEqual([name, where, who, 403, code]);
				}
			}
		},
	);

	it.for(GUARDED)("[MAY-6] [DOOR-1] %s refuses a stranger", async ([, endpoint], { expect }) => {
		const response = await call(addressOf(endpoint), { method: endpoint.method });
		expect(Problem.parse(await response.json()).code).toBe("not-signed-in");
	});
});
