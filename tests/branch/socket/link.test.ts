import { describe, it } from "vitest";
import { TicketLink } from "../../../schema/ids.ts";
import { secretLink } from "../../../worker/branch/secret-link.ts";
import { aBranch, HEAD_OFFICE, kiosk, MONDAY } from "../a-branch.ts";
import { fetchDoor, tokenOf } from "../door.ts";

const LINKS = 4_000;
const LINK_BITS = 128;

function bytesOf(link: string): Uint8Array {
	return Uint8Array.from(atob(link.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

describe("a ticket's link", () => {
	it("[TKT-9] is 128 bits, none of them fixed, and never the same twice", ({ expect }) => {
		const ones = new Array<number>(LINK_BITS).fill(0);
		const seen = new Set<string>();
		for (let made = 0; made < LINKS; made++) {
			const link = secretLink();
			expect(TicketLink.safeParse(link).success).toBe(true);
			const bytes = bytesOf(link);
			expect(bytes.length * 8).toBe(LINK_BITS);
			for (let bit = 0; bit < LINK_BITS; bit++) {
				ones[bit] = (ones[bit] ?? 0) + (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1);
			}
			seen.add(link);
		}
		expect(seen.size).toBe(LINKS);
		// A fair bit strays this far (7 standard deviations) about once in 10^11: a biased one always does.
		const strays = 7 * Math.sqrt(LINKS / 4);
		for (const count of ones) expect(Math.abs(count - LINKS / 2)).toBeLessThan(strays);
	});

	it("[TKT-9] comes from the platform's secure generator", ({ expect }) => {
		const real = crypto.getRandomValues;
		const asked: number[] = [];
		const spy = (bytes: Uint8Array) => {
			asked.push(bytes.byteLength);
			return real.call(crypto, bytes);
		};
		Object.defineProperty(crypto, "getRandomValues", { configurable: true, value: spy });
		try {
			secretLink();
		} finally {
			Object.defineProperty(crypto, "getRandomValues", { configurable: true, value: real });
		}
		expect(asked).toEqual([16]);
	});

	it("[TKT-9] is told to whoever took the ticket, and to no audit", async ({ expect }) => {
		const branch = await aBranch();
		const first = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		const second = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		expect(TicketLink.parse(first.link)).not.toBe(TicketLink.parse(second.link));
		const headers = { Authorization: `Bearer ${await tokenOf(HEAD_OFFICE)}` };
		const response = await fetchDoor(`/branches/${branch.branchId}/commits/${MONDAY}`, { headers });
		const text = await response.text();
		expect(text).toContain("ticket-issued");
		for (const { link = "none" } of [first, second]) expect(text).not.toContain(link);
	});
});
