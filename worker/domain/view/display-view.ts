import { PUBLIC_SECTIONS } from "../../../rules/configuration/public-sections.ts";
import { upNext } from "../../../rules/place-in-line.ts";
import { rangeOf } from "../../../rules/quote.ts";
import type { DisplayView, PublicCall, PublicCounter, PublicHelp, PublicService } from "../../../schema/hall/view.ts";
import { DISPLAY_NEXT_MAX } from "../../../schema/limits.ts";
import { helpOfKiosks } from "../alert/help.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { CallState, CounterState, Ticket } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { staffOf } from "../people/staff.ts";
import { aheadOfNewcomers } from "../queue/ahead.ts";
import { isOpenCall } from "../queue/board-calls.ts";
import { branchRecord } from "./branch-record.ts";

/**
 * What anybody in the hall may see: numbers, counters and how many wait. No name, no class, no rank; a zone that
 * keeps its calls off the screens is not here at all, nor are its counters.
 */
export function displayView(state: Configured): DisplayView {
	const { zones, counters } = publicHallOf(state.configuration);
	const isPublic = (counterId: string) => counters.has(counterId);
	const publicCounters = [...state.counters.values()].filter((counter) => isPublic(counter.id));
	return {
		branch: [branchRecord(state)],
		zones,
		counters: [...counters.values()].map((counter) => publicCounter(state, counter, publicCounters)),
		services: publicServices(state),
		calls: publicCalls(state, isPublic),
		next: [{ id: "next", numbers: upNext(state, publicCounters, DISPLAY_NEXT_MAX).map((ticket) => ticket.number) }],
		help: helpOfKiosks(state).map(publicHelp(state)),
		sections: PUBLIC_SECTIONS.flatMap((id) => {
			const key = state.sections[id];
			return key === undefined ? [] : [{ id, key }];
		}),
	};
}

type PublicHall = {
	readonly zones: DisplayView["zones"];
	readonly counters: ReadonlyMap<string, Configured["configuration"]["counters"][number]>;
};
/** What of a configuration stands on screens: it changes seldom, and screens are told with every commit. */
const publicHalls = new WeakMap<object, PublicHall>();

function publicHallOf(configuration: Configured["configuration"]): PublicHall {
	const known = publicHalls.get(configuration);
	if (known !== undefined) return known;
	const zones = configuration.zones.filter((zone) => zone.announcesCalls).map(({ id, name }) => ({ id, name }));
	const announced = new Set(zones.map(({ id }) => id));
	const shown = configuration.counters.filter(({ zone }) => announced.has(zone));
	const hall = { zones, counters: new Map(shown.map((counter) => [counter.id, counter])) };
	publicHalls.set(configuration, hall);
	return hall;
}

function publicCounter(
	state: Configured,
	counter: Configured["configuration"]["counters"][number],
	publicCounters: readonly CounterState[],
): PublicCounter {
	const now = state.counters.get(counter.id);
	const ticketId = now?.ticketId;
	return {
		id: counter.id,
		label: counter.label,
		zone: counter.zone,
		status: now?.status ?? "closed",
		number: (ticketId == null ? undefined : state.tickets.get(ticketId)?.number) ?? null,
		...(now?.status === "paused" ? { instead: insteadOf(now, publicCounters) } : {}),
	};
}

function insteadOf(paused: CounterState, publicCounters: readonly CounterState[]): string[] {
	const able = (counter: CounterState) => paused.services.every((service) => counter.services.includes(service));
	return publicCounters.filter((counter) => counter.status === "open" && able(counter)).map((counter) => counter.id);
}

function publicServices(state: Configured): PublicService[] {
	const ahead = aheadOfNewcomers(state);
	const served = new Set<string>();
	for (const { status, services } of state.counters.values()) {
		if (status !== "closed") for (const service of services) served.add(service);
	}
	return state.configuration.services.map(({ id, name, onKiosk }) => ({
		id,
		name,
		onKiosk,
		waiting: ahead.get(id) ?? 0,
		served: served.has(id),
		...(state.quotes.newcomers[id] == null ? {} : { quote: rangeOf(state.quotes.newcomers[id]) }),
	}));
}

function publicCalls(state: Configured, isPublic: (counterId: string) => boolean): PublicCall[] {
	return state.calls
		.filter((call) => isPublic(call.counterId))
		.map((call) => ({
			id: call.number,
			counterId: call.counterId,
			calledAt: call.calledAt,
			active: isOpenCall(state, call),
			...(isServed(state, call) ? { serving: true } : {}),
			...languageOf(state.tickets.get(call.ticketId)),
		}));
}

function languageOf(ticket: Ticket | undefined): Pick<PublicCall, "language"> {
	return ticket?.language === undefined ? {} : { language: ticket.language };
}

function isServed(state: Configured, call: CallState): boolean {
	return isOpenCall(state, call) && state.tickets.get(call.ticketId)?.status === "serving";
}

function publicHelp(state: Configured) {
	const roles = new Map(staffOf(state).map(({ id, role }) => [id, role]));
	return ({ id, freshAt, acceptedAt, acceptedBy }: AlertState): PublicHelp => {
		const role = roles.get(acceptedBy ?? "");
		return { id, since: acceptedAt ?? freshAt, accepted: acceptedAt !== null, ...(role && { role }) };
	};
}
