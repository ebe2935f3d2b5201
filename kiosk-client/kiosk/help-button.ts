import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import type { ViewState } from "../../client-kit/live/apply-patch.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";
import { recordsOf } from "../../client-kit/live/view-records.ts";
import { store, stored } from "../../client-kit/page/web-storage.ts";
import type { Role } from "../../rules/role.ts";
import type { DisplayView, PublicHelp } from "../../schema/hall/view.ts";

/** `told`: those who can come have been told. `coming`: one of them is, in the role given if that is known. */
export type HelpState =
	| { readonly at: "ready" | "sending" | "told" | "failed" }
	| { readonly at: "coming"; readonly role: Role | undefined };

export type HelpButton = {
	readonly state: ReadonlySignal<HelpState>;
	/** Rings the lobby manager's phone, once per wish however often it is touched. */
	ask(): Promise<void>;
	/** Takes it back: nobody need come any more. */
	cancel(): Promise<void>;
	/** The next customer reads nothing of a try that failed; who has been told is told all the same. */
	reset(): void;
};

export type HelpSources = {
	readonly live: Pick<LiveView, "send">;
	readonly view: ReadonlySignal<ViewState | null>;
	readonly connection: ReadonlySignal<Connection>;
	/** Branch time. */
	readonly now: ReadonlySignal<number | null>;
	/** Under which the machine remembers its call, so that a reload forgets nobody. */
	readonly keepAs: string;
};

const PATIENCE_MS = 20_000;
/** As long as the branch keeps a call that nobody answers. */
const TOLD_FOR_MS = 30 * 60_000;
/** Whoever accepted has been here by then, whether or not they said so: the next customer may ask anew. */
const COMING_FOR_MS = 5 * 60_000;

/** A call this machine made: of the seq of its answer the view may not know yet. */
type Call = { readonly id: string; readonly epoch?: number | undefined; readonly seq: number };

/** Help asked for at this machine, and what became of it as the branch says. */
export function createHelpButton({ live, view, connection, now, keepAs }: HelpSources): HelpButton {
	const key = `tingtang.help.${keepAs}`;
	const kept = stored("localStorage", key);
	const call = signal<Call | null>(kept === null ? null : { id: kept, seq: 0 });
	const sending = signal<"ready" | "sending" | "failed">("ready");
	const keep = (next: Call | null) => {
		call.value = next;
		store("localStorage", key, next?.id ?? null);
	};
	let commandId = newCommandId();

	const found = computed<PublicHelp | "unheard" | null>(() => {
		const [mine, seen] = [call.value, view.value];
		if (mine === null) return null;
		const help = recordsOf<Required<DisplayView>, "help">(seen, "help").find(({ id }) => id === mine.id);
		if (help === undefined) {
			const isBefore = seen === null || (seen.epoch === mine.epoch && seen.seq < mine.seq);
			return isBefore || connection.value.status !== "live" ? "unheard" : null;
		}
		return (now.value ?? 0) > help.since + (help.accepted ? COMING_FOR_MS : TOLD_FOR_MS) ? null : help;
	});
	effect(() => {
		if (found.value === null && call.peek() !== null) keep(null);
	});
	const state = computed<HelpState>(() => {
		const help = found.value;
		if (help === null) return { at: sending.value };
		if (help === "unheard" || !help.accepted) return { at: "told" };
		return { at: "coming", role: help.role };
	});
	return {
		state,
		ask: async () => {
			if (state.value.at !== "ready" && state.value.at !== "failed") return;
			sending.value = "sending";
			const asked = commandId;
			const command = { type: "ask-for-help", reason: "customer" } as const;
			const result = await live.send(command, undefined, { commandId, giveUpAfterMs: PATIENCE_MS });
			const { alertId, seq = 0 } = result.status === "done" ? result.answer : {};
			if (alertId !== undefined) keep({ id: alertId, epoch: view.peek()?.epoch, seq });
			if (asked !== commandId) return;
			sending.value = alertId === undefined ? "failed" : "ready";
			// An id that was answered is not sent again; asking again is a new wish.
			if (result.status !== "dropped") commandId = newCommandId();
		},
		cancel: async () => {
			const alertId = call.peek()?.id;
			if (alertId === undefined) return;
			const result = await live.send({ type: "end-alert", alertId }, undefined, { giveUpAfterMs: PATIENCE_MS });
			if (result.status !== "dropped" && call.peek()?.id === alertId) keep(null);
		},
		reset: () => {
			commandId = newCommandId();
			sending.value = "ready";
		},
	};
}
