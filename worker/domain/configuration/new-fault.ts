import { BranchConfiguration, type Service } from "../../../schema/hall/configuration.ts";
import { withCleanTexts } from "../../../schema/hall/configuration-texts.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import type { Issue } from "./unfit.ts";

type Judged = { readonly configuration: BranchConfiguration } | { readonly fault: Issue };

/**
 * A configuration that is made of the present one by exchanging a part: as it is kept, or the first fault that the present one does not
 * have. What was stored under earlier rules keeps its faults until somebody mends them.
 */
export function withoutNewFault(present: BranchConfiguration, wanted: BranchConfiguration): Judged {
	const made = BranchConfiguration.safeParse(wanted);
	if (made.success) return { configuration: made.data };
	const old = BranchConfiguration.safeParse(present);
	const known = new Set(old.success ? [] : old.error.issues.map((issue) => keyOf(present, issue)));
	const fault = made.error.issues.find((issue) => !known.has(keyOf(wanted, issue)));
	return fault === undefined ? { configuration: withCleanTexts(wanted) } : { fault };
}

/**
 * What is wrong with the first service that no counter can do any more, or that is new at a kiosk and none can do; null: there is none.
 * One that no counter could do before stays as it is. `mayComeFirst`: a new one on no kiosk needs no counter yet.
 */
export function newlyUnserved(
	present: BranchConfiguration | null,
	wanted: BranchConfiguration,
	mayComeFirst = false,
): Bilingual | null {
	const able = doneAt(wanted);
	const wasAble = present === null ? able : doneAt(present);
	const fault = wanted.services.find(({ id, onKiosk }) => {
		if (able.has(id)) return false;
		const was = present?.services.find((each) => each.id === id);
		return was === undefined ? onKiosk || !mayComeFirst : wasAble.has(id) || (onKiosk && !was.onKiosk);
	});
	if (fault === undefined) return null;
	return unserved(fault, mayComeFirst && fault.onKiosk && !wasAble.has(fault.id));
}

function unserved({ name }: Service, leaveOffKiosks: boolean): Bilingual {
	if (leaveOffKiosks)
		return {
			zh: `没有窗口能办理“${name.zh}”：请先不在取号机上提供，待窗口能办理后再提供。`,
			en: `No counter can do “${name.en}”: leave it off the kiosks until a counter can`,
		};
	return {
		zh: `没有窗口能办理“${name.zh}”：请将其加入某个窗口的模式，或删去此业务。`,
		en: `No counter can do “${name.en}”: add it to a mode of a counter, or take the service out`,
	};
}

function doneAt({ counters }: BranchConfiguration): ReadonlySet<string> {
	return new Set(counters.flatMap(({ modes }) => modes.flatMap(({ services }) => services)));
}

/** A fault and its place; a thing of a list by its id, for its place in the list may be another one. */
function keyOf(configuration: BranchConfiguration, { path, message }: Issue): string {
	let part: unknown = configuration;
	const steps = path.map((step) => {
		const isOfList = Array.isArray(part);
		part = (part as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step];
		return String((isOfList ? (part as { readonly id?: string } | undefined)?.id : undefined) ?? step);
	});
	return `${steps.join(".")}: ${message}`;
}
