import { SHIPPED_PAPERS } from "../../../rules/configuration/papers.ts";
import { nameFaults } from "../../hall/configuration-texts.ts";
import { Prompts } from "../../hall/prompts.ts";
import type { Bilingual } from "../../ids.ts";
import { contentSection, type SectionFault } from "../definition/section.ts";
import { PROMPTS_NAME } from "./words.ts";

const MAX_BYTES = 24_000;

/** What the kiosk and a ticket's page ask a customer to have at hand, by service. */
export const PROMPTS = contentSection<Prompts>({
	kind: "content",
	name: PROMPTS_NAME,
	schema: Prompts,
	shipped: SHIPPED_PAPERS,
	maxBytes: MAX_BYTES,
	publicTexts: ({ services, others }) =>
		[...services, { id: "", papers: others }].flatMap(({ id, papers }) =>
			papers.map((text) => ({ field: id === "" ? "others" : `services.${id}`, text })),
		),
	check: ({ services, others }): SectionFault[] => [
		...services
			.filter(({ id }, at) => services.findIndex((each) => each.id === id) < at)
			.map(({ id }) => ({
				field: `services.${id}`,
				zh: `业务“${id}”出现两次：请合并为一项`,
				en: `The service ${id} stands here twice: make one of them`,
			})),
		...services.flatMap(({ id, papers }) => paperFaults(`services.${id}`, papers)),
		...paperFaults("others", others),
	],
});

function paperFaults(field: string, papers: readonly Bilingual[]): SectionFault[] {
	return nameFaults(papers).map(({ at, message }) => ({
		field,
		zh: `“${papers[at]?.zh}”与同一业务的另一项相同、没有内容，或含有不宜公开的客户分层用语：请修改或删除`,
		en: `“${papers[at]?.en}”: ${message}; change it or take it out`,
	}));
}
