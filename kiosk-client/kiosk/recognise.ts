import { type ReadonlySignal, signal } from "@preact/signals";
import { call } from "../../client-kit/call/call.ts";
import { type Recognised, recognisedBy } from "../../client-kit/customer/recognised-by.ts";
import { deviceCredential } from "../../client-kit/session/device-session.ts";
import { RECOGNISE } from "../../rules/routes/privacy.ts";

const DIGITS_MAX = 19;

export type Sent = "sent" | "wrong" | NonNullable<Recognised["doubt"]>;

/** Who stands at the machine, for those who wish to be known. */
export type Recognise = {
	/** What has been typed so far; gone once it was sent as a number, and when nobody is there any more. */
	readonly typed: ReadonlySignal<string>;
	/** The sealed answer that goes into the ticket; nothing here can be read from it. */
	readonly recognition: ReadonlySignal<string | null>;
	add(sign: string): void;
	takeBack(): void;
	/**
	 * Sends what was typed. `wrong`: it has the shape of no number. `date`, `check`: an ID number that cannot be right, which
	 * is sent all the same when the customer sends it again. Whatever else comes of it, the customer goes on: a failure is
	 * an ordinary ticket.
	 */
	send(): Promise<Sent>;
	clear(): void;
	/** The ticket is out, or the customer has left. */
	forget(): void;
};

export function createRecognise(branchId: string): Recognise {
	const typed = signal("");
	const recognition = signal<string | null>(null);
	/** The number the customer has already been asked to look at again. */
	let doubted: string | null = null;
	/** An answer that comes when its customer has gone belongs to nobody. */
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
			// One wrong digit is mended in place: nothing is wiped before it was sent.
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
