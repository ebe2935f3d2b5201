import { describe, expect, it } from "vitest";
import { caseQuery } from "../../console-client/cases/case-query.ts";
import { demoWanted } from "../../console-client/data/entry.ts";
import { addressTo, readAddress } from "../../console-client/frame/address.ts";
import { ledgerQuery } from "../../console-client/ledger/ledger-query.ts";
import { endOfDay, moment, startOfDay } from "../../console-client/parts/moment.ts";
import { peopleQuery } from "../../console-client/people/people-query.ts";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";
import { LedgerFilter } from "../../schema/endpoint/ledger-endpoints.ts";

describe("an address of the console", () => {
	it("[CON-7] leads back to the view that it was made for", () => {
		const made = addressTo(["people", "li-na"], { role: "auditor", node: undefined, status: "" });
		expect(made).toBe("#/people/li-na?role=auditor");
		const read = readAddress(made);
		expect([read.section, read.rest, read.query.get("role")]).toEqual(["people", ["li-na"], "auditor"]);
		expect(readAddress("")).toMatchObject({ section: "", rest: [] });
		expect(readAddress("#/people/%E0%A4%A")).toMatchObject({ section: "people", rest: ["%E0%A4%A"] });
		expect(readAddress(addressTo(["a/b", "c?d"]))).toMatchObject({ section: "a/b", rest: ["c?d"] });
	});
	it("[CON-7] names the demo role, and nothing means the cookie", () => {
		expect(demoWanted("")).toBeNull();
		expect(demoWanted("?as=auditor")).toEqual({ kind: "staff", role: "auditor" });
		expect(demoWanted("?as=branch-head&branch=sh-lujiazui&staff=zhao-min")).toEqual({
			kind: "staff",
			role: "branch-head",
			branchId: "sh-lujiazui",
			staffId: "zhao-min",
		});
	});
	it("[CON-7] asks the server only for what it takes", () => {
		const address = new URLSearchParams("node=sh&from=2026-11-20&to=2026-11-20&staff=LI-NA&act=&subject= x ");
		const query = ledgerQuery(address);
		expect(query).toEqual({
			nodeId: "sh",
			from: Date.UTC(2026, 10, 19, 16),
			to: Date.UTC(2026, 10, 20, 16) - 1,
			staffId: "li-na",
			subject: "x",
		});
		expect(LedgerFilter.safeParse(query).success).toBe(true);
		expect(ledgerQuery(new URLSearchParams("from=soon&to="))).toEqual({});
		const people = peopleQuery(new URLSearchParams("node=sh&role=auditor&status=left"), "  李 ");
		expect(people).toEqual({ nodeId: "sh", role: "auditor", status: "left", text: "李" });
		expect(ENDPOINTS.people.query.safeParse(people).success).toBe(true);
		expect(peopleQuery(new URLSearchParams(), " ")).toEqual({});
		const newest = { kind: "referral", open: "any", sort: "opened", order: "desc" };
		const records = caseQuery(new URLSearchParams("list=unsigned&from=2026-11-20"), "referral", 0);
		expect(records).toEqual({ ...newest, list: "unsigned", from: "2026-11-20" });
		expect(ENDPOINTS.cases.query.safeParse(records).success).toBe(true);
		expect(caseQuery(new URLSearchParams("list=everything"), "referral", 0)).toEqual(newest);
	});
	it("[CON-7] tells times as they are in Shanghai", () => {
		expect(moment(Date.UTC(2026, 10, 21, 6, 5, 9))).toBe("2026-11-21 14:05:09");
		expect(startOfDay("2026-11-21")).toBe(Date.UTC(2026, 10, 20, 16));
		expect(endOfDay("2026-11-21")).toBe(Date.UTC(2026, 10, 21, 16) - 1);
		expect([startOfDay(""), endOfDay("2026-13-01")]).toEqual([null, null]);
	});
});
