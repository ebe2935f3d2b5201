import { describe, it } from "vitest";
import type { CalendarSection } from "../../../schema/configuration/calendar/calendar.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { HEAD_OFFICE, newCommandId } from "../../branch/a-branch.ts";
import { aRegion, heldAt, publishedVersion, takeBack } from "./a-section.ts";

async function oneBranch() {
	const { region, branches } = await aRegion();
	const [branch] = branches;
	if (branch === undefined) throw new Error("no branch");
	const configure = (configuration: BranchConfiguration) =>
		branch.stub().execute({ commandId: newCommandId(), command: { type: "configure", configuration } }, HEAD_OFFICE);
	return { region, branch, configure };
}

describe("the calendar, published", () => {
	it("[CFG-11] [CFG-13] holds at the branch; a day is still changed there by hand, and nothing else of it", async ({
		expect,
	}) => {
		const { region, branch, configure } = await oneBranch();
		const before = await branch.configuration();
		const festival = { date: "2027-02-08", hours: null, name: { zh: "春节", en: "Spring Festival" } };
		const change = ({ sunday: _, exceptions, ...week }: CalendarSection) => ({
			...week,
			exceptions: [...exceptions, festival],
		});
		const out = await publishedVersion({ nodeId: region, section: "calendar", change });
		const { calendar, ...rest } = await branch.configuration();
		expect(calendar.week[6]).toBeNull();
		expect(calendar.exceptions.at(-1)).toEqual(festival);
		const today = { date: "2026-11-24", hours: null, name: { zh: "停电", en: "Power cut" } };
		expect(await configure({ ...rest, calendar: { ...calendar, byHand: [today] } })).toMatchObject({ status: "done" });
		const other = { ...calendar, byHand: [today], exceptions: [] };
		expect(await configure({ ...rest, calendar: other })).toMatchObject({ code: "section-published" });
		await takeBack(out);
		const after = await branch.configuration();
		expect(JSON.stringify(after.calendar)).toBe(JSON.stringify({ ...before.calendar, byHand: [today] }));
	});

	it("[CFG-13] is what the branch has by hand while nothing is published, and the page says so", async ({ expect }) => {
		const { branch, configure } = await oneBranch();
		const configuration = await branch.configuration();
		const week = [...configuration.calendar.week.slice(0, 6), null];
		await configure({ ...configuration, calendar: { week, exceptions: [] } });
		const held = await heldAt(branch.branchId, "calendar");
		expect(held.byHand).toBe(true);
		expect(held.value).not.toHaveProperty("sunday");
		expect(held.heed.map(({ field }) => field)).toContain("exceptions");
		expect((await heldAt(branch.branchId, "reason-codes")).byHand).toBe(false);
	});
});
