import { type Calibration, withOutcome } from "../../../rules/quote-calibration.ts";
import { withService } from "../../../rules/service-law.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { KnownDays } from "../../../schema/hall/quote.ts";
import { HALF_HOUR_MS } from "../../../schema/limits.ts";
import type { BranchState, Ticket } from "../hall/branch-state.ts";
import { type Learning, NOTHING_TODAY } from "../hall/learning.ts";

/** What an older day counts for beside a newer one. */
const KEPT_A_DAY = 0.97;
/** How fast the expected tickets of a half hour follow new days, once there are some. */
const NEW_DAY_SHARE_MIN = 0.1;

/** What the next day begins with; null: nothing has been learned. */
export function knownAfter({ known, today, calibration }: Learning): KnownDays | null {
	const hasDay = today.arrivals.length > 0;
	if (known === null && !hasDay) return null;
	const before = known ?? { days: 0, services: {}, arrivals: [], kinds: [] };
	const days = before.days + (hasDay ? 1 : 0);
	return {
		days,
		services: hasDay ? servicesAfter(before.services, today.services) : before.services,
		arrivals: hasDay ? arrivalsAfter(before.arrivals, today.arrivals, days) : before.arrivals,
		kinds: hasDay ? kindsAfter(before.kinds, today.kinds) : before.kinds,
		lower: rounded(calibration.lower),
		upper: rounded(calibration.upper),
	};
}

/** A new day stands on what its first event says. */
export function learningFrom(known: KnownDays | undefined): Learning {
	const { lower = {}, upper = {} } = known ?? {};
	return { known: known ?? null, today: NOTHING_TODAY, calibration: { lower, upper } };
}

/** A ticket was issued. */
export function withArrival(
	draft: BranchState,
	{ services: [service = ""], class: name }: Extract<BranchEvent, { type: "ticket-issued" }>,
	at: number,
): Learning {
	const { learning, day } = draft;
	const slot = Math.max(0, Math.floor((at - (day?.startsAt ?? at)) / HALF_HOUR_MS));
	const { arrivals, kinds } = learning.today;
	const counted = Array.from({ length: Math.max(arrivals.length, slot + 1) }, (_, index) => arrivals[index] ?? 0);
	counted[slot] = (counted[slot] ?? 0) + 1;
	const kind = `${service} ${name}`;
	const today = { ...learning.today, arrivals: counted, kinds: { ...kinds, [kind]: (kinds[kind] ?? 0) + 1 } };
	return { ...learning, today };
}

/** A ticket was called: how its first quote held. One called out of order, or told to wait for nothing, teaches nothing. */
export function withCall(
	learning: Learning,
	{ promised, class: name, issuedAt }: Ticket,
	{ override }: Extract<BranchEvent, { type: "ticket-called" }>,
	at: number,
): Learning {
	if (promised === undefined || promised.p50Ms === 0 || override !== undefined) return learning;
	const waitMs = at - issuedAt;
	const outcome = { short: waitMs < promised.p10Ms, long: waitMs > promised.p90Ms };
	const whom = { class: name, ahead: promised.ahead };
	return { ...learning, calibration: withOutcome(learning.calibration, whom, outcome) };
}

/** A counter is free again: how long the service kept it. Who is sent away at closing was not done with. */
export function withFreed(learning: Learning, { taken }: Ticket, event: BranchEvent, at: number): Learning {
	if (taken === undefined || (event.type === "ticket-ended" && event.outcome === "unserved")) return learning;
	const { services } = learning.today;
	const seen = withService(services[taken.service] ?? { counts: [] }, at - taken.at);
	return { ...learning, today: { ...learning.today, services: { ...services, [taken.service]: seen } } };
}

/** It did not leave after all: what its leaving taught is forgotten. */
export function withoutFreed(learning: Learning, { taken }: Ticket, at: number): Learning {
	const { services } = learning.today;
	const known = taken === undefined ? undefined : services[taken.service];
	if (taken === undefined || known === undefined) return learning;
	const seen = withService(known, at - taken.at, -1);
	const { [taken.service]: _, ...others } = services;
	const isNone = seen.counts.every((count) => count === 0);
	return {
		...learning,
		today: { ...learning.today, services: isNone ? others : { ...services, [taken.service]: seen } },
	};
}

function servicesAfter(before: KnownDays["services"], today: Learning["today"]["services"]): Record<string, number[]> {
	const names = new Set([...Object.keys(before), ...Object.keys(today)]);
	return Object.fromEntries(
		[...names].map((name) => {
			const [old = [], fresh = []] = [before[name], today[name]?.counts];
			const length = Math.max(old.length, fresh.length);
			const counts = Array.from({ length }, (_, at) => hundredth(KEPT_A_DAY * (old[at] ?? 0) + (fresh[at] ?? 0)));
			while (counts.at(-1) === 0) counts.pop();
			return [name, counts];
		}),
	);
}

function arrivalsAfter(before: readonly number[], today: readonly number[], days: number): number[] {
	const share = Math.max(NEW_DAY_SHARE_MIN, 1 / days);
	return Array.from({ length: Math.max(before.length, today.length) }, (_, slot) => {
		const mean = before[slot] ?? 0;
		return hundredth(mean + share * ((today[slot] ?? 0) - mean));
	});
}

function kindsAfter(before: KnownDays["kinds"], today: Learning["today"]["kinds"]): KnownDays["kinds"] {
	const counts = new Map(before.map(({ service, class: name, count }) => [`${service} ${name}`, KEPT_A_DAY * count]));
	for (const [kind, count] of Object.entries(today)) counts.set(kind, (counts.get(kind) ?? 0) + count);
	return [...counts].flatMap(([kind, count]) => {
		const [service = "", name = ""] = kind.split(" ");
		return hundredth(count) === 0 ? [] : [{ service, class: name, count: hundredth(count) }];
	});
}

function rounded(factors: Calibration["lower"]): Record<string, number> {
	return Object.fromEntries(Object.entries(factors).map(([key, value]) => [key, Math.round(value * 10_000) / 10_000]));
}

function hundredth(value: number): number {
	return Math.round(value * 100) / 100;
}
