import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { SendResult } from "../../../client-kit/live/command-outbox.ts";
import type { LiveView } from "../../../client-kit/live/live-view.ts";
import { START, type Step } from "../../../kiosk-client/kiosk/kiosk-step.ts";
import { createTakeNumber } from "../../../kiosk-client/kiosk/take-number.ts";
import { setLocale } from "../../../kiosk-client/kiosk/words.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { PublicService } from "../../../schema/hall/view.ts";
import { problem } from "../../../schema/problem.ts";

const cash: PublicService = { id: "cash", name: { zh: "现金", en: "Cash" }, onKiosk: true, waiting: 2, served: true };
const loan: PublicService = { ...cash, id: "loan" };
const DONE: SendResult = {
	status: "done",
	answer: { status: "done", seq: 7, number: "A001", ticketId: "20261121-A001", link: "0123456789012345678901" },
};
const posted: unknown[] = [];

beforeEach(() => {
	setLocale("zh");
	posted.length = 0;
	vi.stubGlobal("fetch", async (_address: string, request: RequestInit) => {
		posted.push({ headers: request.headers, body: JSON.parse(String(request.body)) });
		return Response.json({ answer: { status: "done", seq: 9 } });
	});
});
afterEach(() => vi.unstubAllGlobals());

/** A machine whose branch answers each command when, and as, the test says. */
function machine() {
	const step = signal<Step>(START);
	const sent: { command: Command; commandId: string; answer: (result: SendResult) => void }[] = [];
	const recognition = signal<string | null>(null);
	const forget = () => {
		recognition.value = null;
	};
	const live: LiveView = {
		state: () => ({
			epoch: 1,
			seq: 7,
			collections: new Map([["services", new Map([["cash", { ...cash, waiting: 3 }]])]]),
		}),
		now: () => 1_000,
		asOf: () => 1_000,
		connection: () => ({ status: "live" }),
		close: () => undefined,
		position: async () => null,
		send: (command, _expect, options) =>
			new Promise((answer) => {
				sent.push({ command, commandId: options?.commandId ?? "", answer });
			}),
	};
	const go = (next: Step) => {
		step.value = next;
	};
	const take = createTakeNumber(live, "sh-test", step, go, { recognition, forget });
	const answer = async (index: number, result: SendResult) => {
		sent[index]?.answer(result);
		await vi.waitFor(() => expect(step.value.at).not.toBe("issuing"));
	};
	return { step, sent, take, answer, recognition };
}
const dropped = (commandId: string | undefined, mayHaveArrived: boolean): SendResult => ({
	status: "dropped",
	commandId: commandId ?? "",
	mayHaveArrived,
});

it("[SCR-3] takes one number however often the button is touched", async () => {
	const { step, sent, take, answer } = machine();
	void take(cash);
	void take(cash);
	void take(cash);
	expect(sent).toHaveLength(1);
	await answer(0, DONE);
	expect(step.value).toMatchObject({ at: "ticket", ticket: { number: "A001", ahead: 2 } });
});

it("[SCR-3] shows a refusal as what the branch said", async () => {
	const { step, take, answer } = machine();
	void take(cash);
	const problem = { code: "queue-full", status: 409, title: "等候人数已达上限", titleEn: "The queue is full" } as const;
	await answer(0, { status: "refused", problem });
	expect(step.value).toEqual({ at: "refused", problem });
});

it("[CMD-1] tries again under the same id when no answer came, and gets the first ticket", async () => {
	const { step, sent, take, answer } = machine();
	void take(cash);
	await answer(0, dropped(sent[0]?.commandId, true));
	expect(step.value.at).toBe("unanswered");
	void take(cash);
	expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
	await answer(1, DONE);
	expect(step.value.at).toBe("ticket");
	expect(posted).toHaveLength(0);
});

it("[SCR-3] hands back a number nobody saw when the customer leaves", async () => {
	const { step, sent, take, answer } = machine();
	void take(cash);
	await answer(0, dropped(sent[0]?.commandId, true));
	step.value = START;
	expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
	sent[1]?.answer(DONE);
	await vi.waitFor(() => expect(posted).toHaveLength(1));
	expect(posted[0]).toMatchObject({
		headers: { authorization: "Link 0123456789012345678901" },
		body: { command: { type: "cancel-ticket", ticketId: "20261121-A001" } },
	});
});

it("[SCR-3] has nothing to hand back when the wish never left the machine", async () => {
	const { step, sent, take, answer } = machine();
	void take(cash);
	await answer(0, dropped(sent[0]?.commandId, false));
	step.value = START;
	void take(loan);
	expect(sent).toHaveLength(2);
	expect(sent[1]?.commandId).not.toBe(sent[0]?.commandId);
});

it("[TKT-17] says in which language it was taken, where that is another", () => {
	const { sent, take } = machine();
	setLocale("en");
	void take(cash);
	expect(sent[0]?.command).toEqual({ type: "issue-ticket", services: ["cash"], language: "en" });
});

const SEALED = "s".repeat(168);

it("[PRV-11] gives what was recognised to one ticket only", async () => {
	const { sent, take, answer, recognition } = machine();
	recognition.value = SEALED;
	void take(cash);
	expect(sent[0]?.command).toEqual({ type: "issue-ticket", services: ["cash"], recognition: SEALED });
	await answer(0, DONE);
	expect(recognition.value).toBeNull();
});

it("[PRV-11] goes on without a recognition that came too late", async () => {
	const { step, sent, take, answer, recognition } = machine();
	recognition.value = SEALED;
	void take(cash);
	sent[0]?.answer({ status: "refused", problem: problem("recognition-invalid") });
	await vi.waitFor(() => expect(sent).toHaveLength(2));
	expect(sent[1]?.command).toEqual({ type: "issue-ticket", services: ["cash"] });
	expect(sent[1]?.commandId).not.toBe(sent[0]?.commandId);
	await answer(1, DONE);
	expect(step.value.at).toBe("ticket");
});
