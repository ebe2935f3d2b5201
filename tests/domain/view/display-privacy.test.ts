import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DisplayView, TicketView } from "../../../schema/hall/view.ts";
import type { Configured } from "../../../worker/domain/hall/decision.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { ticketView } from "../../../worker/domain/view/ticket-view.ts";
import { count } from "../../counts.ts";
import {
	CLASS_WORD,
	CLASS_WORD_ZH,
	PERSON_WORD,
	PERSON_WORD_ZH,
	play,
	REFERENCE_WORD,
	randomConfiguration,
	someMoves,
} from "../random-day.ts";
import { seedOf } from "../seed.ts";

const SECRETS = [CLASS_WORD, CLASS_WORD_ZH, PERSON_WORD, PERSON_WORD_ZH, REFERENCE_WORD, "link-"];
/** Every name a field of the lobby's view may have. */
const PUBLIC_FIELDS = new Set(
	(
		"branch zones counters services calls next id branchId name zh en kind timeZone businessDay dayStatus opensAt closesAt " +
		"lastTicketAt label zone status number onKiosk waiting served counterId calledAt active serving instead numbers " +
		"help since accepted role quote fromMin toMin sections key"
	).split(" "),
);
const COLLECTIONS = ["branch", "zones", "counters", "services", "calls", "next", "help", "sections"];

function fieldsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(fieldsOf);
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([name, each]) => [name, ...fieldsOf(each)]);
}
function textsOf(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(textsOf);
}

/** What belongs to zones whose calls are kept off the screens: their names, counters, and who is at these now. */
function hiddenOf({ configuration, counters, tickets }: Configured) {
	const zones = configuration.zones.filter((zone) => !zone.announcesCalls);
	const hidden = configuration.counters.filter((counter) => zones.some((zone) => zone.id === counter.zone));
	const present = hidden.map((counter) => tickets.get(counters.get(counter.id)?.ticketId ?? "")?.number);
	return {
		counterIds: new Set(hidden.map((counter) => counter.id)),
		texts: [
			...zones.flatMap((zone) => [zone.id, zone.name.zh, zone.name.en]),
			...hidden.flatMap((counter) => [counter.label.zh, counter.label.en]),
			...present.filter((number) => number !== undefined),
		],
	};
}

describe("what the hall may see", () => {
	it("[VIEW-1] never a class, a name, a secret, a rank or a budget, and nothing of a hidden zone", () => {
		const seed = seedOf("the lobby view");
		const property = fc.property(fc.nat(), someMoves(200), (configurationSeed, moves) => {
			play(randomConfiguration(configurationSeed), moves, ({ after }) => {
				const view = displayView(after);
				expect(DisplayView.parse(view)).toEqual(view);
				expect(Object.keys(view)).toEqual(COLLECTIONS);
				expect(fieldsOf(view).filter((name) => !PUBLIC_FIELDS.has(name))).toEqual([]);
				const text = JSON.stringify(view);
				expect(SECRETS.filter((word) => text.includes(word))).toEqual([]);
				const hidden = hiddenOf(after);
				const texts = new Set(textsOf(view));
				expect(hidden.texts.filter((each) => texts.has(each))).toEqual([]);
				expect(view.counters.filter((counter) => hidden.counterIds.has(counter.id))).toEqual([]);
				expect(view.calls.filter((call) => hidden.counterIds.has(call.counterId))).toEqual([]);
				const open = [...after.counters.values()].filter(
					(each) => each.status === "open" && !hidden.counterIds.has(each.id),
				);
				for (const number of view.next[0]?.numbers ?? []) {
					const ticket = [...after.tickets.values()].find((each) => each.number === number);
					expect(open.some((counter) => counter.services.includes(ticket?.services[0] ?? ""))).toBe(true);
				}
			});
		});
		fc.assert(property, { seed, numRuns: count(25, 250) });
	});

	it("[VIEW-2] a ticket page never has anything of another ticket", () => {
		const seed = seedOf("ticket pages");
		const property = fc.property(fc.nat(), someMoves(150), (configurationSeed, moves) => {
			play(randomConfiguration(configurationSeed), moves, ({ after }) => {
				const [own] = after.tickets.values();
				if (own === undefined) return;
				const view = ticketView(after, own.id);
				expect(TicketView.parse(view)).toEqual(view);
				const text = JSON.stringify(view);
				expect(SECRETS.filter((word) => text.includes(word))).toEqual([]);
				const others = [...after.tickets.values()].map((ticket) => ticket.number);
				expect(textsOf(view).filter((each) => others.includes(each))).toEqual([own.number]);
			});
		});
		fc.assert(property, { seed, numRuns: count(25, 250) });
	});
});
