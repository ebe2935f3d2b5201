import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFrame, type ViewState } from "../../../client-kit/live/apply-patch.ts";
import type { PatchFrame, ViewFrame } from "../../../schema/hall/protocol.ts";
import { changedSeq, type Looker, viewFor } from "../../../worker/branch/socket/audience-view.ts";
import type { BranchState } from "../../../worker/domain/hall/branch-state.ts";
import { type Collections, keyedDiff } from "../../../worker/domain/view/keyed-diff.ts";
import { count } from "../../counts.ts";
import { id } from "../a-day.ts";
import { play, randomConfiguration, type Step, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

const LOOKERS: Looker[] = [
	{ audience: "display" },
	{ audience: "staff" },
	{ audience: "status" },
	...["A001", "A002", "B001"].map((number): Looker => ({ audience: "ticket", ticketId: id(number) })),
];

function whole(looker: Looker, state: BranchState): ViewFrame {
	const collections = viewFor(looker, state, 0) as ViewFrame["collections"];
	return { type: "view", protocol: 2, epoch: 1, seq: state.seq, at: state.lastAt, speed: 1, collections };
}

function patch(looker: Looker, before: BranchState, after: BranchState): PatchFrame {
	const { put, remove } = keyedDiff(viewFor(looker, before, 0), viewFor(looker, after, 0)) as PatchFrame;
	const text = JSON.stringify({ put, remove });
	return { type: "patch", from: changedSeq(looker, before), seq: after.seq, at: after.lastAt, ...JSON.parse(text) };
}

/** A view's records by collection and id, whatever their order. */
function records(collections: Collections): unknown {
	return Object.fromEntries(
		Object.entries(collections).map(([name, list]) => [name, Object.fromEntries(list.map((each) => [each.id, each]))]),
	);
}
function known(client: ViewState): unknown {
	return Object.fromEntries([...client.collections].map(([name, map]) => [name, Object.fromEntries(map)]));
}

/** Once a ticket is forgotten its page keeps what it last saw: how the visit ended. */
function isForgotten(looker: Looker, { before, after }: Step): boolean {
	const { ticketId = "" } = looker;
	return looker.audience === "ticket" && before.tickets.has(ticketId) && !after.tickets.has(ticketId);
}

describe("live views", () => {
	it("[LIVE-2] a client that applies every patch sees exactly the view the branch has", () => {
		const seed = seedOf("patches");
		const property = fc.property(fc.nat(), someMoves(200), (configurationSeed, moves) => {
			const clients = new Map<Looker, ViewState>();
			play(randomConfiguration(configurationSeed), moves, (step) => {
				for (const looker of LOOKERS) follow(clients, looker, step);
			});
		});
		fc.assert(property, { seed, numRuns: count(20, 200) });
	});

	it("[LIVE-2] also when it missed any number of them and gets the difference in one", () => {
		const seed = seedOf("patches after a gap");
		const property = fc.property(fc.nat(), someMoves(120), fc.nat(), fc.nat(), (configurationSeed, moves, one, two) => {
			const states: BranchState[] = [];
			play(randomConfiguration(configurationSeed), moves, ({ after }) => states.push(after));
			const [from, to] = [one % states.length, two % states.length].sort((a, b) => a - b) as [number, number];
			const [before, after] = [states[from] as BranchState, states[to] as BranchState];
			for (const looker of LOOKERS) {
				const client = seen(applyFrame(null, whole(looker, before)));
				const { seq } = client;
				const frame = { ...patch(looker, before, after), from: seq };
				if (to > from) expect(known(seen(applyFrame(client, frame)))).toEqual(records(viewFor(looker, after, 0)));
			}
		});
		fc.assert(property, { seed, numRuns: count(60, 600) });
	});
});

function follow(clients: Map<Looker, ViewState>, looker: Looker, step: Step): void {
	const { before, after } = step;
	const client = clients.get(looker);
	if (client === undefined) {
		clients.set(looker, seen(applyFrame(null, whole(looker, after))));
		return;
	}
	if (changedSeq(looker, after) === after.seq) {
		clients.set(looker, seen(applyFrame(client, patch(looker, before, after))));
	} else {
		const { put, remove } = keyedDiff(viewFor(looker, before, 0), viewFor(looker, after, 0));
		if (!isForgotten(looker, step))
			expect({ put, remove, audience: looker.audience }).toEqual({ put: {}, remove: {}, audience: looker.audience });
		return;
	}
	if (looker.audience === "ticket" && !after.tickets.has(looker.ticketId ?? "")) return;
	expect(known(clients.get(looker) as ViewState)).toEqual(records(viewFor(looker, after, 0)));
}

function seen(result: ReturnType<typeof applyFrame>): ViewState {
	if ("gap" in result) throw new Error("the patch did not follow what the client knew");
	return result.state;
}
