import type { CallResult } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { PairingAnswer, PairingStart } from "../../schema/people/device.ts";

/** How far the pairing of this browser has come. */
export type PairingStep =
	| { readonly kind: "starting" }
	/** Nothing can be had from the server just now; it is asked again. */
	| { readonly kind: "waiting"; readonly problem: ClientProblem }
	/** Why no pairing is possible in this browser at all. */
	| { readonly kind: "unable"; readonly why: "insecure" | "forgetful" }
	| {
			readonly kind: "code";
			readonly userCode: string;
			/** Monotonic milliseconds. */
			readonly endsAt: number;
			/** The last question went unanswered: whether it was approved is not known. */
			readonly cut: boolean;
	  }
	| { readonly kind: "denied" }
	| { readonly kind: "paired"; readonly name: string };

export type Approved = Extract<PairingAnswer, { status: "approved" }>;
/** What the pairing needs of the world; tests bring their own. */
export type PairingWorld = {
	start(): Promise<CallResult<PairingStart>>;
	poll(deviceCode: string): Promise<CallResult<PairingAnswer>>;
	/** Keeps what was approved; rejects when the browser keeps nothing. */
	keep(approved: Approved): Promise<unknown>;
	show(step: PairingStep): void;
	/** Monotonic milliseconds. */
	now(): number;
	wait(ms: number): Promise<unknown>;
	/** In [0, 1). */
	random(): number;
};
