import { afterEach, describe, it, vi } from "vitest";
import type { RecognitionAnswer } from "../../../schema/customer/customer.ts";
import { syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { aBranch, commitsOf, MONDAY, newCommandId } from "../../branch/a-branch.ts";
import { breakLedger } from "../../ledger/a-ledger.ts";
import { headOf } from "../a-bank.ts";
import { erased } from "../a-case.ts";
import { ask, codeOf, recorded } from "../a-referral.ts";
import { deviceAt, staffAt } from "../callers.ts";
import { entriesOf } from "./entries.ts";

const CUSTOMER = syntheticCustomer(20_261_121, 0);

afterEach(() => {
	vi.unstubAllGlobals();
});

describe("looking up a customer", () => {
	async function aHall() {
		const { branchId } = await aBranch();
		const kiosk = deviceAt("kiosk", branchId);
		const manager = staffAt("lobby-manager", branchId, "li-na");
		const recognise = (actor: typeof kiosk, body: object, secrets: object = {}) =>
			ask<RecognitionAnswer>(actor, "POST", `/branches/${branchId}/recognitions`, { body, secrets });
		return { branchId, kiosk, manager, recognise };
	}

	it("[AUD-10] is on record with who or which device, branch and kind of number, and nothing of the customer", async ({
		expect,
	}) => {
		const { branchId, kiosk, manager, recognise } = await aHall();
		expect(codeOf(await recognise(kiosk, { by: "card", value: CUSTOMER.card }))).toBe("done");
		expect(codeOf(await recognise(manager, { by: "phone", value: CUSTOMER.phone }))).toBe("done");
		expect(codeOf(await recognise(manager, { by: "id-number", value: "990000199001010000" }))).toBe("done");
		const entries = await entriesOf(branchId, "&act=recognise");
		expect(entries.map(({ actor, subject }) => [actor, subject])).toEqual([
			[
				{ kind: "device", deviceId: "kiosk-1", purpose: "kiosk", nodeId: branchId },
				{ branchId, by: "card" },
			],
			[
				{ kind: "staff", staffId: "li-na", role: "lobby-manager", nodeId: branchId },
				{ branchId, by: "phone" },
			],
			[
				{ kind: "staff", staffId: "li-na", role: "lobby-manager", nodeId: branchId },
				{ branchId, by: "id-number" },
			],
		]);
		const text = JSON.stringify(entries);
		for (const value of [CUSTOMER.card, CUSTOMER.phone, CUSTOMER.name, CUSTOMER.reference, "9900001990"]) {
			expect(text).not.toContain(value);
		}
	});

	it("[AUD-10] [PRV-11] that cannot be on record asks nobody: an ordinary ticket at the kiosk, staff try again", async ({
		expect,
	}) => {
		const { branchId, kiosk, manager, recognise } = await aHall();
		const directory = vi.fn(async () => Response.json({ customer: null }));
		vi.stubGlobal("fetch", directory);
		const secrets = { CUSTOMER_DIRECTORY_URL: "https://directory.bank.test" };
		const mend = breakLedger();
		const answers = [];
		try {
			for (const actor of [kiosk, manager]) {
				answers.push(await recognise(actor, { by: "card", value: CUSTOMER.card }, secrets));
			}
		} finally {
			mend();
		}
		const [atKiosk, byStaff] = answers;
		expect(Object.keys(atKiosk?.body ?? {}).sort()).toEqual(["expiresAt", "recognition"]);
		expect([byStaff?.status, byStaff && codeOf(byStaff)]).toEqual([503, "not-ready"]);
		expect(directory).not.toHaveBeenCalled();
		const command = { type: "issue-ticket", services: ["cash"], recognition: atKiosk?.body.recognition };
		const wish = { body: { command }, commandId: newCommandId() };
		expect(codeOf(await ask(kiosk, "POST", `/branches/${branchId}/commands`, wish))).toBe("done");
		const [issued] = (await commitsOf(branchId, MONDAY)).flatMap(({ events }) =>
			events.filter((event) => event.type === "ticket-issued"),
		);
		expect(issued).toMatchObject({ class: "unknown" });
	});
});

describe("erasing a customer's record", () => {
	it("[AUD-1] [PRV-4] is on record with its reason, without the numbers in it", async ({ expect }) => {
		const { branchId } = await aBranch();
		const head = headOf(branchId);
		const caseId = await recorded(head, branchId);
		const one = `/branches/${branchId}/cases/${caseId}`;
		expect(codeOf(await erased(head, one, "本人 13800138000 书面要求"))).toBe("done");
		const [entry] = await entriesOf(branchId, `&act=eraseCase&subject=${caseId}`);
		expect(entry).toMatchObject({ subject: { branchId, caseId }, reason: "本人 … 书面要求" });
	});
});
