import { describe, expect, it } from "vitest";
import type { StaffPerson } from "../../schema/hall/view.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { staffName, staffNameAndNumber } from "../../staff-client/words/staff-name.ts";

const person = (id: string, zh: string, en: string): [string, StaffPerson] => [
	id,
	{ id, name: { zh, en }, role: "open-teller", counterKinds: ["open"] },
];
const hall = {
	staff: new Map([person("z1", "张伟", "Zhang Wei"), person("z2", "张玮", "Zhang Wei"), person("l1", "李娜", "Li Na")]),
};
const ZH = { locale: "zh" as const, name: ({ zh }: Bilingual) => zh };
const EN = { locale: "en" as const, name: ({ en }: Bilingual) => en };

describe("a colleague's name", () => {
	it("[SCR-17] has the staff number beside it only where a colleague is called the same in that language", () => {
		expect(["z1", "z2", "l1"].map((id) => staffName(hall, id, ZH))).toEqual(["张伟", "张玮", "李娜"]);
		expect(["z1", "z2", "l1"].map((id) => staffName(hall, id, EN))).toEqual([
			"Zhang Wei (z1)",
			"Zhang Wei (z2)",
			"Li Na",
		]);
	});
	it("[SCR-17] always has it in a question, and is the number of whom the branch does not know", () => {
		expect(staffNameAndNumber(hall, "l1", ZH)).toBe("李娜（l1）");
		expect([staffName(hall, "gone", ZH), staffNameAndNumber(hall, "gone", EN)]).toEqual(["gone", "gone"]);
		expect(staffName(hall, "gone", ZH, { zh: "李娜", en: "Li Na" })).toBe("李娜（gone）");
	});
});
