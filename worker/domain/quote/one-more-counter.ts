import { openCounters } from "../../../rules/place-in-line.ts";
import type { Quote } from "../../../rules/quote.ts";
import { quotesOf, type TwinCounter, type TwinHall } from "../../../rules/twin.ts";
import type { CounterEffect } from "../../../schema/endpoint/forecast-endpoint.ts";
import type { CounterMode } from "../../../schema/hall/configuration.ts";
import type { CounterState } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { twinOf, worldOf } from "./hall-twin.ts";

/** A mean over many waits needs fewer runs than the range of one. */
const RUNS = 20;
/** More are not worked out, so that asking stays cheap; of these the one that helps most comes first. */
const MODES_MAX = 6;

/**
 * What opening one more counter would do to those who wait: for each set of services that a closed counter could do, played
 * forward from the hall as it is, with the same customers and the same chance as without it.
 */
export function oneMoreCounter(state: Configured, at: number): CounterEffect[] {
	const hall = twinOf(state, at);
	const world = { ...worldOf(state), runs: RUNS };
	const before = quotesOf(hall, world);
	const effects = choicesOf(state).map(({ counter, mode }): CounterEffect => {
		const opened: TwinCounter = { ...counter, status: "open", services: mode.services, staffId: null, serving: null };
		const more: TwinHall = { ...hall, counters: new Map(hall.counters).set(counter.id, opened) };
		const waiting = [...state.tickets.values()].filter(
			({ status, services: [first = ""] }) => status === "waiting" && mode.services.includes(first),
		);
		const after = waiting.length === 0 ? before : quotesOf(more, world);
		const quoted = waiting.filter(({ id }) => before.has(id) && after.has(id));
		return {
			counterId: counter.id,
			counter: labelOf(state, counter.id),
			modeId: mode.id,
			mode: mode.name,
			waiting: quoted.length,
			unserved: waiting.length - quoted.length,
			beforeMs: meanOf(quoted.map(({ id }) => before.get(id))),
			afterMs: meanOf(quoted.map(({ id }) => after.get(id))),
		};
	});
	return effects.sort((a, b) => savedBy(b) - savedBy(a));
}

/** One closed counter for each set of services; two that can do the same do the same to the hall. */
function choicesOf(state: Configured): { readonly counter: CounterState; readonly mode: CounterMode }[] {
	const choices = new Map<string, { readonly counter: CounterState; readonly mode: CounterMode }>();
	for (const { id, modes } of state.configuration.counters) {
		const counter = state.counters.get(id);
		if (counter?.status !== "closed") continue;
		for (const mode of modes) {
			const name = [...mode.services].sort().join();
			if (!choices.has(name)) choices.set(name, { counter, mode });
		}
	}
	return openCounters(state).length === 0 && state.tickets.size === 0 ? [] : [...choices.values()].slice(0, MODES_MAX);
}

function labelOf({ configuration }: Configured, id: string): CounterEffect["counter"] {
	return configuration.counters.find((each) => each.id === id)?.label ?? { zh: id, en: id };
}

function meanOf(quotes: readonly (Quote | undefined)[]): number | null {
	if (quotes.length === 0) return null;
	return Math.round(quotes.reduce((sum, quote) => sum + (quote?.p50Ms ?? 0), 0) / quotes.length);
}

/** Minutes of everybody together; whom nobody can serve now counts most. */
function savedBy({ waiting, unserved, beforeMs, afterMs }: CounterEffect): number {
	const UNSERVED_MS = 3_600_000;
	return unserved * UNSERVED_MS + waiting * ((beforeMs ?? 0) - (afterMs ?? 0));
}
