import { describe, it } from "vitest";
import type { DayHours } from "../../../schema/hall/calendar.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { aBranch, commitsOf, HEAD_OFFICE, HOUR_MS, kiosk, MONDAY, MONDAY_10, type TestBranch } from "../a-branch.ts";

const withHours = (configuration: BranchConfiguration, hours: DayHours | null): BranchConfiguration => {
	const exceptions = [{ date: MONDAY, hours, name: { zh: "临时调整", en: "Changed" } }];
	return { ...configuration, calendar: { ...configuration.calendar, exceptions } };
};
const take = (branch: TestBranch) => branch.send(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });

describe("hours changed on the day", () => {
	it("[DAY-8] hold in the branch at once, also after an eviction, and its commits still verify", async ({ expect }) => {
		const branch = await aBranch();
		const change = (hours: DayHours | null) =>
			branch.send(HEAD_OFFICE, { type: "configure", configuration: withHours(branch.configuration, hours) });
		expect(await take(branch)).toMatchObject({ number: "A001" });
		await change({ opensAt: "09:00", closesAt: "10:00" });
		expect(await take(branch)).toMatchObject({ status: "refused", code: "after-last-ticket" });
		await branch.evict();
		expect(await take(branch)).toMatchObject({ status: "refused", code: "after-last-ticket" });
		await change({ opensAt: "09:00", closesAt: "20:00", lastTicketAt: "18:30" });
		await branch.setTime(MONDAY_10 + 8 * HOUR_MS);
		expect(await take(branch)).toMatchObject({ status: "done", number: "A002" });
		const types = (await commitsOf(branch.branchId, MONDAY)).flatMap(({ events }) => events.map(({ type }) => type));
		expect(types.filter((type) => type === "day-hours-changed")).toHaveLength(2);
	});
});
