import { expect, it } from "vitest";
import { addressOf } from "../../../client-kit/call/address-of.ts";
import { BRANCHES, LIVE, POSITION } from "../../../rules/routes/branch.ts";
import { GO_TO_IDENTITY_PROVIDER } from "../../../rules/routes/identity-provider.ts";

it("[DOOR-4] a page finds an endpoint where the table says, with every value in its place", () => {
	const params = { branchId: "sh-lujiazui", ticketId: "20261123-A001" };
	expect(addressOf(POSITION, { params })).toBe("/api/branches/sh-lujiazui/tickets/20261123-A001/position");
	const query = { protocol: 2, audience: "staff", epoch: 1, seq: 7 } as const;
	const live = addressOf(LIVE, { params: { branchId: "sh-lujiazui" }, query });
	expect(live).toBe("/api/branches/sh-lujiazui/live?protocol=2&audience=staff&epoch=1&seq=7");
});

it("[DOOR-4] no value reaches beyond its place: it is escaped, and one that is not there is left out", () => {
	const params = { branchId: "../people?x=1#", ticketId: "a/b" };
	expect(addressOf(POSITION, { params })).toBe("/api/branches/..%2Fpeople%3Fx%3D1%23/tickets/a%2Fb/position");
	expect(addressOf(BRANCHES, { query: { find: "上海 & Co", sort: undefined } })).toBe(
		"/api/branches?find=%E4%B8%8A%E6%B5%B7+%26+Co",
	);
	expect(addressOf(BRANCHES, { query: {} })).toBe("/api/branches");
	const next = "/sign-in/?next=%2Fcounter%2F%3Fbranch%3Dsh%26counter%3D1";
	const back = new URL(addressOf(GO_TO_IDENTITY_PROVIDER, { query: { next } }), "https://bank.example");
	expect(back.searchParams.get("next")).toBe(next);
});
