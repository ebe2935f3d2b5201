import { describe, expect, it } from "vitest";
import { NOTICES } from "../../../schema/configuration/notices/notices.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import type { Notice } from "../../../schema/hall/notice.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { aDay } from "../a-day.ts";

const NOTICE: Notice = {
	id: "refund",
	title: { zh: "冒充客服退款是骗局", en: "Refund calls are a fraud" },
	text: { zh: "请先问大堂经理。", en: "Ask us first." },
};
const heed = (notice: Partial<Notice>, today: string) =>
	(NOTICES.heed?.({ notices: [{ ...NOTICE, ...notice }] }, today) ?? []).map(({ en }) => en);

describe("notices as a section", () => {
	it("[CFG-15] those that ship are good, and stand always", () => {
		expect(faultsOf("notices", NOTICES.shipped)).toEqual([]);
		expect(NOTICES.heed?.(NOTICES.shipped, "2031-01-01")).toEqual([]);
	});

	it("[CFG-15] one on show for over a week, and one that is over, are named to who edits them", () => {
		expect(heed({ from: "2026-11-23" }, "2026-11-30")).toEqual([]);
		expect(heed({ from: "2026-11-23" }, "2026-12-01")[0]).toContain("over a week");
		expect(heed({ from: "2026-11-23", until: "2026-11-25" }, "2026-11-26")[0]).toContain("is over");
	});

	it("[CFG-15] one that ends before it begins, two called the same, and a segment's name are refused with what to do", () => {
		const faults = (...notices: Partial<Notice>[]) =>
			faultsOf("notices", { notices: notices.map((each) => ({ ...NOTICE, ...each })) }).map(({ field }) => field);
		expect(faults({ from: "2026-12-02", until: "2026-12-01" })).toEqual(["notices.refund"]);
		expect(faults({ fromTime: "15:00", untilTime: "15:00" })).toEqual(["notices.refund"]);
		expect(faults({}, { id: "other" })).toContain("notices.other");
		expect(faults({ text: { zh: "私人银行客户请上二楼", en: "Upstairs" } })).toEqual(["notices.refund"]);
		expect(faults({})).toEqual([]);
	});

	it("[CFG-15] a screen is told the versions of the notices and of what to bring, and of no other section", () => {
		const { state } = aDay();
		expect(displayView(state).sections).toEqual([]);
		const published = { ...state, sections: { prompts: "3.0.0", notices: "2.0.0", dispatch: "1.0.0" } };
		expect(displayView(published).sections).toEqual([
			{ id: "notices", key: "2.0.0" },
			{ id: "prompts", key: "3.0.0" },
		]);
	});
});
