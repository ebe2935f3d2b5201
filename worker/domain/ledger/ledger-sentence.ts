import type { Bilingual } from "../../../schema/ids.ts";
import type { LedgerBody, LedgerSubject } from "../../../schema/ledger/ledger.ts";
import { ROLE_NAMES } from "../../../schema/role-name.ts";
import { ACT_SENTENCES, type Sentence } from "./act-sentences.ts";
import {
	caseNamed,
	countsIn,
	deviceNamed,
	type LedgerNames,
	nodeNamed,
	rolesIn,
	sameInBoth,
	staffNamed,
} from "./ledger-names.ts";
import { TERMS } from "./ledger-terms.ts";

const PLACEHOLDER = /\{(\w+)\}/g;
const SHORT_ID_CHARS = 6;
const HASH_SHOWN_CHARS = 12;
/** Sets off a figure or an id; beside a Chinese name it would be a hole. */
const BLANK_IN_CHINESE = /([\u3000-\u9fff\uff00-\uffef”]) (?=[\u3000-\u9fff\uff00-\uffef“])/g;

/** What an entry says was to be done, as a sentence in both languages, with names in place of ids and raw words. */
export function sentenceOf(entry: LedgerBody, names: LedgerNames): Bilingual {
	const { act, subject } = entry;
	const sentence = sentenceFor(act, subject);
	if (sentence === undefined) return rawText(act, subject);
	const part = (name: string) => partOf(name, subject[name] ?? "", names);
	return {
		zh: sentence.zh.replaceAll(PLACEHOLDER, (_, name: string) => part(name).zh).replaceAll(BLANK_IN_CHINESE, "$1"),
		en: sentence.en.replaceAll(PLACEHOLDER, (_, name: string) => part(name).en),
	};
}

/** Of an act's sentences the first whose parts the entry has. */
function sentenceFor(act: string, subject: LedgerSubject): Sentence | undefined {
	return (Object.hasOwn(ACT_SENTENCES, act) ? ACT_SENTENCES[act] : undefined)?.find(({ zh }) =>
		[...zh.matchAll(PLACEHOLDER)].every(([, name = ""]) => subject[name] !== undefined),
	);
}

function partOf(name: string, value: string, names: LedgerNames): Bilingual {
	switch (name) {
		case "staffId":
			return staffNamed(value, names);
		case "nodeId":
		case "branchId":
		case "parentId":
			return nodeNamed(value, names);
		case "deviceId":
			return deviceNamed(value, names);
		case "caseId":
		case "referralId":
			return caseNamed(value, names);
		case "sessionId":
			return { zh: `编号 ${value.slice(0, SHORT_ID_CHARS)}…`, en: `id ${value.slice(0, SHORT_ID_CHARS)}…` };
		case "hash":
			return sameInBoth(`${value.slice(0, HASH_SHOWN_CHARS)}…`);
		case "staffIds":
			return listed(
				countsIn(value).map(({ staffId, count }) => {
					const { zh, en } = staffNamed(staffId, names);
					return { zh: `${zh} ${count} 次`, en: `${en}: ${count}` };
				}),
			);
		case "roles":
			return rolesText(value, names);
		default:
			return listed(value.split(" ").map((each) => termOf(name, each)));
	}
}

function termOf(name: string, value: string): Bilingual {
	const terms: Readonly<Record<string, Bilingual>> = Object.hasOwn(TERMS, name)
		? TERMS[name as keyof typeof TERMS]
		: {};
	return (Object.hasOwn(terms, value) ? terms[value] : undefined) ?? sameInBoth(value);
}

function rolesText(text: string, names: LedgerNames): Bilingual {
	const roles = rolesIn(text);
	if (roles.length === 0) return { zh: "无", en: "none" };
	return listed(
		roles.map(({ role, nodeId }) => {
			const place = nodeNamed(nodeId, names);
			const title = isRole(role) ? ROLE_NAMES[role] : sameInBoth(role);
			return { zh: `${place.zh}${title.zh}`, en: `${title.en} at ${place.en}` };
		}),
	);
}

function isRole(role: string): role is keyof typeof ROLE_NAMES {
	return Object.hasOwn(ROLE_NAMES, role);
}

function listed(parts: readonly Bilingual[]): Bilingual {
	return { zh: parts.map(({ zh }) => zh).join("、"), en: parts.map(({ en }) => en).join(", ") };
}

/** An act of a release that this one does not know: as it was written. */
function rawText(act: string, subject: LedgerSubject): Bilingual {
	const parts = Object.entries(subject).map(([name, value]) => `${name} ${value}`);
	return sameInBoth([act, ...parts].join(" "));
}
