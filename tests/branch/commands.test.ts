import { describe, it } from "vitest";
import { aBranch, kiosk, newCommandId, staff } from "./a-branch.ts";

describe("a branch object", () => {
	it("[C1] issues, calls, starts and finishes a ticket", async ({ expect }) => {
		const { branchId, send, stub } = await aBranch();
		const issued = await send(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		expect(issued).toMatchObject({ status: "done", number: "A001" });
		const teller = staff(branchId, "closed-teller", "liu-yang");
		expect(await send(teller, { type: "open-counter", counterId: "1" })).toMatchObject({ status: "done" });
		const called = await send(teller, { type: "call-next", counterId: "1" });
		expect(called).toMatchObject({ status: "done", number: "A001" });
		const ticketId = called.status === "done" ? (called.ticketId ?? "") : "";
		expect(await send(teller, { type: "start-service", ticketId })).toMatchObject({ status: "done" });
		expect(await send(teller, { type: "finish-service", ticketId })).toMatchObject({ status: "done" });
		const status = await stub().status();
		expect(status.ok && status.value.status.tally.served).toBe(1);
	});

	it("[C2] gives a repeated command its first answer and changes nothing", async ({ expect }) => {
		const { branchId, send, stub } = await aBranch();
		const commandId = newCommandId();
		const first = await send(kiosk(branchId), { type: "issue-ticket", services: ["cash"] }, commandId);
		const again = await send(kiosk(branchId), { type: "issue-ticket", services: ["cash"] }, commandId);
		expect(again).toEqual(first);
		const status = await stub().status();
		expect(status.ok && status.value.status.tally.issued).toBe(1);
	});
});
