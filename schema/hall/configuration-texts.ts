import type { Bilingual } from "../ids.ts";
import { cleanLine, cleanName } from "../text/clean-text.ts";
import { asCalled, asPlainWord, CONTENT, namesSegment, saidOf } from "../text/public-text.ts";
import type { BranchConfiguration } from "./configuration.ts";

/** Before the word itself. */
export const KEPT_OFF = "a public label must not say ";

const LANGUAGES = ["zh", "en"] as const;
type Path = readonly (string | number)[];
export type TextFault = { readonly path: Path; readonly message: string };

/** The same configuration with every text as it may be kept. */
export function withCleanTexts(configuration: BranchConfiguration): BranchConfiguration {
	const { name, region, zones, services, counters, staff, dispatch, calendar } = configuration;
	const named = <Each extends { name: Bilingual }>(list: readonly Each[]) =>
		list.map((each) => ({ ...each, name: clean(each.name) }));
	return {
		...configuration,
		name: clean(name),
		region: clean(region),
		zones: named(zones),
		services: named(services),
		counters: counters.map((each) => ({ ...each, label: clean(each.label), modes: named(each.modes) })),
		staff: staff.map((each) => ({ ...each, name: clean(each.name, cleanName) })),
		dispatch: { ...dispatch, classes: named(dispatch.classes) },
		calendar: {
			...calendar,
			exceptions: named(calendar.exceptions),
			...(calendar.byHand === undefined ? {} : { byHand: named(calendar.byHand) }),
		},
	};
}

function clean({ zh, en }: Bilingual, how: (text: string) => string = cleanLine): Bilingual {
	return { zh: how(zh), en: how(en) };
}

type Told = { readonly path: Path; readonly text: Bilingual };

/** What is wrong with the texts: nothing in them, a segment word where the hall sees it, two things called the same. */
export function textFaults(configuration: BranchConfiguration): TextFault[] {
	const { zones, services, counters, staff, dispatch, calendar } = configuration;
	const named = (list: readonly { readonly name: Bilingual }[], ...path: Path): Told[] =>
		list.map(({ name }, at) => ({ path: [...path, at, "name"], text: name }));
	const labels = counters.map(({ label }, at): Told => ({ path: ["counters", at, "label"], text: label }));
	const modes = counters.map((each, at) => named(each.modes, "counters", at, "modes"));
	const seen = [named(zones, "zones"), named(services, "services"), labels, ...modes];
	const inside = [
		{ path: ["name"], text: configuration.name },
		{ path: ["region"], text: configuration.region },
		...named(staff, "staff"),
		...named(dispatch.classes, "dispatch", "classes"),
		...named(calendar.exceptions, "calendar", "exceptions"),
		...named(calendar.byHand ?? [], "calendar", "byHand"),
	];
	const hall = seen.flat();
	const kept = keptOffOnes(hall, configuration.publicWords ?? []);
	return [...emptyOnes([...hall, ...inside]), ...segmentOnes(hall), ...kept, ...seen.flatMap(doubles)];
}

/** What is wrong with the names of things that the hall sees. */
export function nameFaults(names: readonly Bilingual[]): readonly { readonly at: number; readonly message: string }[] {
	const told = names.map((text, at): Told => ({ path: [at], text }));
	const faults = [...emptyOnes(told), ...segmentOnes(told), ...doubles(told)];
	return faults.map(({ path: [at], message }) => ({ at: Number(at), message }));
}

function emptyOnes(told: readonly Told[]): TextFault[] {
	return told.flatMap(({ path, text }) =>
		LANGUAGES.filter((language) => !CONTENT.test(text[language])).map((language) => ({
			path: [...path, language],
			message: "a text needs a letter or a digit that can be read",
		})),
	);
}

function segmentOnes(told: readonly Told[]): TextFault[] {
	return told
		.filter(({ text }) => namesSegment(text.zh) || namesSegment(text.en))
		.map(({ path }) => ({ path, message: "a public label must not name a segment" }));
}

/** Those that say a word which the bank keeps off public labels. */
function keptOffOnes(told: readonly Told[], words: readonly string[]): TextFault[] {
	if (words.length === 0) return [];
	const plain = words.map(asPlainWord);
	return told.flatMap(({ path, text }) => {
		const word = words[saidOf(text.zh, plain) ?? saidOf(text.en, plain) ?? -1];
		return word === undefined ? [] : [{ path, message: `${KEPT_OFF}${word}` }];
	});
}

function doubles(told: readonly Told[]): TextFault[] {
	return LANGUAGES.flatMap((language) => {
		const first = new Map<string, Path>();
		return told.flatMap(({ path, text }) => {
			const called = asCalled(text[language]);
			const before = first.get(called);
			if (before === undefined) first.set(called, path);
			if (before === undefined || called === "") return [];
			return [{ path: [...path, language], message: `called the same as ${before.join(".")}` }];
		});
	});
}
