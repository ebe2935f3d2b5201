import { describe, expect, it } from "vitest";
import { COUNTERS } from "../../../schema/configuration/counters/counters.ts";
import { NOTICES } from "../../../schema/configuration/notices/notices.ts";
import { PROMPTS } from "../../../schema/configuration/prompts/prompts.ts";
import { forbiddenIn } from "../../../schema/configuration/public-texts.ts";
import { PUBLIC_WORDS } from "../../../schema/configuration/public-words/public-words.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import { SERVICES } from "../../../schema/configuration/services/services.ts";
import { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { type ToldSection, takeSection } from "../../../worker/domain/commit/take-section.ts";
import { draftOf } from "../../../worker/domain/configuration/version.ts";
import { aDay, CONFIGURATION } from "../a-day.ts";

const WORDS = ["钻石", "白金", "black card"];
const DIAMOND = { zh: "钻石客户理财", en: "Planning" };
const BLACK = { zh: "黑卡", en: "Black-Card desk" };

const { services } = SERVICES.shipped;
const { zones, counters } = COUNTERS.shipped;
const [service] = services;
const [zone] = zones;
const [counter] = counters;
const [notice] = NOTICES.shipped.notices;
const [mode, ...otherModes] = counter?.modes ?? [];
if (!service || !zone || !counter || !mode || !notice) throw new Error("nothing ships");

/** A value of each section with public texts in which one text says a word, and the field that does. */
const SAYING: readonly (readonly [SectionId, string, object])[] = [
	["services", `services.${service.id}`, { services: [{ ...service, name: DIAMOND }, ...services.slice(1)] }],
	["counters", `zones.${zone.id}`, { zones: [{ ...zone, name: BLACK }, ...zones.slice(1)], counters }],
	["counters", `counters.${counter.id}`, { zones, counters: [{ ...counter, label: BLACK }, ...counters.slice(1)] }],
	[
		"counters",
		`counters.${counter.id}`,
		{ zones, counters: [{ ...counter, modes: [{ ...mode, name: DIAMOND }, ...otherModes] }, ...counters.slice(1)] },
	],
	["notices", `notices.${notice.id}`, { notices: [{ ...notice, title: DIAMOND }] }],
	["notices", `notices.${notice.id}`, { notices: [{ ...notice, text: BLACK }] }],
	["prompts", `services.${service.id}`, { ...PROMPTS.shipped, services: [{ id: service.id, papers: [BLACK] }] }],
	["prompts", "others", { ...PROMPTS.shipped, others: [DIAMOND] }],
];

const told = (section: SectionId, value: object): ToldSection => ({ section, key: "1.0.0", value });
const withWords = (configuration: BranchConfiguration) => PUBLIC_WORDS.into(configuration, { words: WORDS });
const BY = { staffId: "one", now: 1 };

describe("words that the bank keeps off public labels", () => {
	it.each(SAYING)(
		"[CFG-24] a draft of %s that says one at %s is refused with the place and what to do",
		(section, field, value) => {
			const [fault, ...more] = forbiddenIn(section, value, WORDS);
			expect([fault?.field, more]).toEqual([field, []]);
			expect(fault?.zh).toMatch(/“.+”含有本行不得对外公示的词“(钻石|black card)”：请/);
			expect(fault?.en).toMatch(/“.+” says “(钻石|black card)”, .+: put/);
			expect(forbiddenIn(section, sectionOf(section).shipped, WORDS)).toEqual([]);
			expect(forbiddenIn(section, value, [])).toEqual([]);
			const draft = {
				versionId: "v",
				section,
				nodeId: "bank",
				ordinal: 1,
				note: "",
				locked: [],
				basedOn: 0,
				above: [],
			};
			expect(draftOf({ ...draft, value, words: WORDS }, BY)).toMatchObject({ refused: "section-unfit" });
			expect(draftOf({ ...draft, value }, BY)).toHaveProperty("next");
		},
	);

	it.each(SAYING)(
		"[CFG-24] a branch under these words refuses %s at %s, and takes it without them",
		(section, _, value) => {
			const day = aDay(withWords(CONFIGURATION)).at("10:00");
			expect(takeSection(day.state, told(section, value), null, day.now)).toMatchObject({
				refused: "section-unfit",
				detail: expect.stringContaining("请换一个说法"),
			});
			const free = aDay().at("10:00");
			expect(takeSection(free.state, told(section, value), null, free.now)).toHaveProperty("events");
		},
	);

	it.each(SAYING)("[CFG-24] a branch whose %s says one at %s refuses the words, with the text", (section, _, value) => {
		const definition = sectionOf(section);
		const day =
			definition.kind === "live" ? aDay(definition.into(CONFIGURATION, value)).at("10:00") : aDay().at("10:00");
		const contentOf = (id: SectionId) => (id === section ? value : sectionOf(id).shipped);
		const words = told("public-words", { words: WORDS });
		expect(takeSection(day.state, words, null, day.now, contentOf)).toMatchObject({
			refused: "section-unfit",
			detail: expect.stringMatching(/“(钻石客户理财|黑卡)”含有本行不得对外公示的词/),
		});
	});

	it("[CFG-24] count in another width, case or spacing, hold by hand as well, and come and go to the letter", () => {
		const day = aDay().at("10:00");
		const { configuration } = day.state;
		if (configuration === null) throw new Error("no configuration");
		const under = withWords(configuration);
		for (const en of ["BLACK CARD", "Ｂｌａｃｋ card", "Bläck.card", "my blackcard desk"]) {
			const named = { ...under, services: [{ ...service, name: { zh: "业务", en } }, ...services.slice(1)] };
			expect(BranchConfiguration.safeParse(named).error?.issues[0]?.path).toEqual(["services", 0, "name"]);
		}
		const good = {
			...under,
			services: [{ ...service, name: { zh: "业务", en: "Black, card" } }, ...services.slice(1)],
		};
		expect(BranchConfiguration.safeParse(good).success).toBe(false);
		expect(BranchConfiguration.safeParse(under).success).toBe(true);
		expect(JSON.stringify(PUBLIC_WORDS.into(under, { words: [] }))).toBe(JSON.stringify(configuration));
	});

	it("[CFG-24] of one letter, or twice the same, are refused with what to do", () => {
		expect(faultsOf("public-words", { words: WORDS })).toEqual([]);
		expect(faultsOf("public-words", { words: ["金"] })[0]?.zh).toMatch(/请写完整的词/);
		expect(faultsOf("public-words", { words: ["Black Card", "black-card"] })[0]?.en).toMatch(/stands here twice: take/);
	});
});
