import { CALENDAR_NAME, CALENDAR_WORDS } from "../../../schema/configuration/calendar/words.ts";
import { COUNTERS_NAME, COUNTERS_WORDS } from "../../../schema/configuration/counters/words.ts";
import { CREDIT_NAME, CREDIT_WORDS } from "../../../schema/configuration/credit/words.ts";
import type { SectionWords } from "../../../schema/configuration/definition/section-words.ts";
import { DISPATCH_NAME, DISPATCH_WORDS } from "../../../schema/configuration/dispatch/words.ts";
import { LIMITS_NAME, LIMITS_WORDS } from "../../../schema/configuration/limits/words.ts";
import { NOTICES_NAME, NOTICES_WORDS } from "../../../schema/configuration/notices/words.ts";
import { PROMPTS_NAME, PROMPTS_WORDS } from "../../../schema/configuration/prompts/words.ts";
import { PUBLIC_WORDS_NAME, PUBLIC_WORDS_WORDS } from "../../../schema/configuration/public-words/words.ts";
import { REASON_CODE_WORDS, REASON_CODES_NAME } from "../../../schema/configuration/reason-codes/words.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import { SEGMENTS_NAME, SEGMENTS_WORDS } from "../../../schema/configuration/segments/words.ts";
import { SERVICES_NAME, SERVICES_WORDS } from "../../../schema/configuration/services/words.ts";
import type { VersionStatus } from "../../../schema/configuration/version.ts";
import type { Bilingual } from "../../../schema/ids.ts";

type Labels = { readonly name: Bilingual; readonly words: SectionWords };

/** What pages call a section and its parts; one without words does not compile. */
export const SECTION_LABELS: Readonly<Record<SectionId, Labels>> = {
	services: { name: SERVICES_NAME, words: SERVICES_WORDS },
	counters: { name: COUNTERS_NAME, words: COUNTERS_WORDS },
	calendar: { name: CALENDAR_NAME, words: CALENDAR_WORDS },
	dispatch: { name: DISPATCH_NAME, words: DISPATCH_WORDS },
	segments: { name: SEGMENTS_NAME, words: SEGMENTS_WORDS },
	limits: { name: LIMITS_NAME, words: LIMITS_WORDS },
	credit: { name: CREDIT_NAME, words: CREDIT_WORDS },
	notices: { name: NOTICES_NAME, words: NOTICES_WORDS },
	prompts: { name: PROMPTS_NAME, words: PROMPTS_WORDS },
	"public-words": { name: PUBLIC_WORDS_NAME, words: PUBLIC_WORDS_WORDS },
	"reason-codes": { name: REASON_CODES_NAME, words: REASON_CODE_WORDS },
};

export const STATUS_WORD = {
	draft: "configStatusDraft",
	approved: "configStatusApproved",
	published: "configStatusPublished",
	paused: "configStatusPaused",
	replaced: "configStatusReplaced",
	"taken-back": "configStatusTakenBack",
} as const satisfies Record<VersionStatus, string>;

/** What a field is called: of a thing in a list, the list. */
export function fieldLabel(section: SectionId, field: string): Bilingual {
	const { words } = SECTION_LABELS[section];
	const [list = field] = field.split(".");
	return words[field] ?? words[list] ?? { zh: field, en: field };
}
