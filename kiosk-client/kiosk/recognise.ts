import { type ReadonlySignal, signal } from "@preact/signals";
import { call } from "../../client-kit/call/call.ts";
import { type Recognised, recognisedBy } from "../../client-kit/customer/recognised-by.ts";
import { deviceCredential } from "../../client-kit/session/device-session.ts";
import { RECOGNISE } from "../../rules/routes/privacy.ts";

const DIGITS_MAX = 19;

export type Sent = "sent" | "wrong" | NonNullable<Recognised["doubt"]>;

/** Recognises the customer at the machine, if they wish, by a number. */
export type Recognise = {
	/** What has been typed so far; emptied when it is sent, and when the customer has left. */
	readonly typed: ReadonlySignal<string>;
	/** The bank's sealed answer, which is sent along with the wish for a number; the kiosk cannot read it. */
	readonly recognition: ReadonlySignal<string | null>;
	add(sign: string): void;
	takeBack(): void;
	/**
	 * Sends what was typed. `wrong`: no number has this length. `date`, `check`: an ID number that can hardly be right, not sent until
	 * the customer sends it a second time. Everything else is `sent`, also a failure: the customer then gets an ordinary ticket.
	 */
	send(): Promise<Sent>;
	clear(): void;
	/** To be called when the ticket is given, or the customer has left. */
	forget(): void;
};

export function createRecognise(branchId: string): Recognise {
	const typed = signal("");
	const recognition = signal<string | null>(null);
	/** The number that the customer has been asked to check; sent as it is the second time. */
	let doubted: string | null = null;
	/** Counts customers: an answer that comes after its customer has left is dropped. */
	let turn = 0;
	return {
		typed,
		recognition,
		add: (sign) => {
			typed.value = (typed.value + sign).slice(0, DIGITS_MAX);
		},
		takeBack: () => {
			typed.value = typed.value.slice(0, -1);
		},
		send: async () => {
			const query = recognisedBy(typed.value);
			// What was typed stays, so that one wrong digit can be corrected.
			if (query === null) return "wrong";
			if (query.doubt !== undefined && doubted !== query.value) {
				doubted = query.value;
				return query.doubt;
			}
			typed.value = "";
			const asked = turn;
			const credential = await deviceCredential({ kind: "device", purpose: "kiosk", branchId });
			if (!credential.ok) return "sent";
			const answer = await call(
				RECOGNISE,
				{ params: { branchId }, body: { by: query.by, value: query.value } },
				credential.value,
			);
			if (asked === turn && answer.ok) recognition.value = answer.value.recognition;
			return "sent";
		},
		clear: () => {
			typed.value = "";
			doubted = null;
		},
		forget: () => {
			turn += 1;
			doubted = null;
			typed.value = "";
			recognition.value = null;
		},
	};
}
