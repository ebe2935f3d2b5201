import * as z from "zod";
import type { Bilingual } from "../ids.ts";
import { CALENDAR } from "./calendar/calendar.ts";
import { COUNTERS } from "./counters/counters.ts";
import { CREDIT } from "./credit/credit.ts";
import type { SectionDefinition } from "./definition/section.ts";
import { DISPATCH } from "./dispatch/dispatch.ts";
import { LIMITS } from "./limits/limits.ts";
import { NOTICES } from "./notices/notices.ts";
import { PROMPTS } from "./prompts/prompts.ts";
import { PUBLIC_WORDS } from "./public-words/public-words.ts";
import { REASON_CODES } from "./reason-codes/reason-codes.ts";
import { SEGMENTS } from "./segments/segments.ts";
import { SERVICES } from "./services/services.ts";

/** Every section of the configuration, in the order in which pages show them. A new one is a folder and a line here. */
const DEFINED = {
	services: SERVICES,
	counters: COUNTERS,
	calendar: CALENDAR,
	dispatch: DISPATCH,
	segments: SEGMENTS,
	limits: LIMITS,
	"reason-codes": REASON_CODES,
	credit: CREDIT,
	notices: NOTICES,
	prompts: PROMPTS,
	"public-words": PUBLIC_WORDS,
} as const;

export type SectionId = keyof typeof DEFINED;
export const SECTION_IDS = Object.keys(DEFINED) as [SectionId, ...SectionId[]];
export const SectionId = z.enum(SECTION_IDS);

/** What a section is, for code that knows none by name. */
export function sectionOf(id: SectionId): SectionDefinition {
	// Each is typed by its own value; who knows none by name gives values that the section has checked itself.
	return DEFINED[id] as unknown as SectionDefinition;
}

export const SECTION_NAMES = Object.fromEntries(SECTION_IDS.map((id) => [id, sectionOf(id).name])) as Record<
	SectionId,
	Bilingual
>;

const VALUE_MAX_BYTES = Math.max(...SECTION_IDS.map((id) => sectionOf(id).maxBytes));

/** A value of any of them: the section that is named beside it says which shape it has, and is asked. */
export const SectionValue = z.looseObject({}).meta({ "x-max-bytes": VALUE_MAX_BYTES });
