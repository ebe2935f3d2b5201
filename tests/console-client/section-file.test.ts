import { describe, expect, it } from "vitest";
import { fileOf, tablesOf, valueWith } from "../../console-client/configuration/editor/section-file.ts";
import { tried } from "../../console-client/configuration/editor/try-draft.ts";
import { fieldsOf } from "../../rules/configuration/fields.ts";
import { SECTION_IDS, type SectionId, sectionOf } from "../../schema/configuration/sections.ts";
import type { SectionAt } from "../../schema/endpoint/configuration-endpoints.ts";

const shippedOf = (section: SectionId) => sectionOf(section).shipped;
const asJson = (value: object): object => JSON.parse(JSON.stringify(value));

/** A section as a page has it, with what a level above has locked. */
function at(section: SectionId, locked: readonly string[] = []): SectionAt {
	const value = shippedOf(section);
	const fields = Object.entries(fieldsOf(value)).map(([field, each]) => ({
		field,
		value: each,
		origin: null,
		lockedBy: locked.includes(field) ? "bank" : null,
	}));
	const said = { branches: 0, holds: 0, refused: 0, silent: 0 };
	const rest = {
		byHand: false,
		overruled: [],
		locked: [],
		newest: 0,
		said,
		refused: [],
		heed: [],
		differing: [],
		overtaken: [],
		versions: [],
	};
	return { section, nodeId: "sh", kind: sectionOf(section).kind, value, fields, ...rest };
}

describe("a section as a file", () => {
	it("[CFG-16] comes back from JSON, and each of its lists from CSV, as it was", () => {
		for (const section of SECTION_IDS) {
			const value = shippedOf(section);
			expect(valueWith(section, {}, null, fileOf(section, value, null))).toEqual({ value: asJson(value) });
			for (const table of tablesOf(section)) {
				const file = fileOf(section, value, table);
				if (file.trim().length > 1) {
					const read = valueWith(section, value, table, file);
					expect("value" in read && asJson(read.value)).toEqual(asJson(value));
				}
			}
		}
		expect(tablesOf("counters")).toEqual(["zones", "counters"]);
	});

	it("[CFG-16] is tried before anything is saved: what it changes, or every reason against it", () => {
		const { services } = shippedOf("services") as { services: { id: string; name: { zh: string } }[] };
		const renamed = {
			services: services.map((each) => (each.id === "cash" ? { ...each, name: { zh: "存取款", en: "Cash" } } : each)),
		};
		expect(tried(at("services"), renamed)).toMatchObject({ faults: [], changes: [{ field: "services.cash" }] });
		expect(tried(at("services", ["services.cash"]), renamed).faults[0]?.zh).toContain("已由上级锁定");
		expect(tried(at("services"), { services: [services[0], services[0]] }).faults[0]?.zh).toContain("请改名");
		expect(tried(at("services"), { services: [{ id: "x" }] }).faults.length).toBeGreaterThan(0);
	});

	it("[CFG-16] a formula in a cell is refused with its line, and one that is a name goes out as a plain text", () => {
		const value = shippedOf("services") as { services: { name: object }[] };
		const csv = fileOf("services", value, "services");
		const formula = csv.replace("现金存取", '"=HYPERLINK(""http://x"")"');
		expect(valueWith("services", value, "services", formula)).toMatchObject({
			fault: { zh: expect.stringContaining("第 2 行有以公式符号开头的内容"), en: expect.stringContaining("Line 2") },
		});
		const named = { services: value.services.map((each) => ({ ...each, name: { zh: "+86 热线", en: "@desk" } })) };
		const out = fileOf("services", named, "services");
		expect(out).toContain("'+86 热线");
		expect(valueWith("services", value, "services", out)).toEqual({ value: asJson(named) });
	});

	it.each([
		["another section's", "services", null, fileOf("limits", shippedOf("limits"), null)],
		["no JSON at all", "services", null, "{"],
		["JSON of nothing", "services", null, "null"],
		["a table without commas", "services", "services", "代码;名称\ncash;现金"],
	] as const)("[CFG-16] %s is refused with what to do", (_, section, table, text) => {
		expect(valueWith(section, shippedOf(section), table, text)).toMatchObject({
			fault: { zh: expect.stringMatching(/请/) },
		});
	});
});
