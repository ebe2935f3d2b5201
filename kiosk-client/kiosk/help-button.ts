import { type ReadonlySignal, signal } from "@preact/signals";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";

export type HelpState = "ready" | "sending" | "sent" | "failed";

export type HelpButton = {
	readonly state: ReadonlySignal<HelpState>;
	/** Rings the lobby manager's phone, once per wish however often it is touched. */
	ask(): Promise<void>;
	/** The next customer may ask anew. */
	reset(): void;
};

const PATIENCE_MS = 20_000;

export function createHelpButton(live: LiveView): HelpButton {
	const state = signal<HelpState>("ready");
	let commandId = newCommandId();
	return {
		state,
		ask: async () => {
			if (state.value === "sending" || state.value === "sent") return;
			state.value = "sending";
			const asked = commandId;
			const command = { type: "ask-for-help", reason: "customer" } as const;
			const result = await live.send(command, undefined, { commandId, giveUpAfterMs: PATIENCE_MS });
			if (asked !== commandId) return;
			state.value = result.status === "done" ? "sent" : "failed";
			// An id that was answered is not sent again; asking again is a new wish.
			if (result.status === "refused") commandId = newCommandId();
		},
		reset: () => {
			commandId = newCommandId();
			state.value = "ready";
		},
	};
}
