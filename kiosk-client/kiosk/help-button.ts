import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import type { ViewState } from "../../client-kit/live/apply-patch.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";
import { recordsOf } from "../../client-kit/live/view-records.ts";
import { store, stored } from "../../client-kit/page/web-storage.ts";
import type { Role } from "../../rules/role.ts";
import type { DisplayView, PublicHelp } from "../../schema/hall/view.ts";

/** `told`: those who can come have been told. `coming`: one of them is on the way, in this role if it is known. */
export type HelpState =
	| { readonly at: "ready" | "sending" | "told" | "failed" }
	| { readonly at: "coming"; readonly role: Role | undefined };

export type HelpButton = {
	readonly state: ReadonlySignal<HelpState>;
	/** Rings the lobby manager's phone; while a call is being sent or stands, a further touch does nothing. */
	ask(): Promise<void>;
	/** Takes the call back: nobody needs to come any more. */
	cancel(): Promise<void>;
	/** For the next customer: forgets a try that failed or is still being sent. A call that reached the branch stands. */
	reset(): void;
};

export type HelpSources = {
	readonly live: Pick<LiveView, "send">;
	readonly view: ReadonlySignal<ViewState | null>;
	readonly connection: ReadonlySignal<Connection>;
	/** Branch time. */
	readonly now: ReadonlySignal<number | null>;
	/** The name under which the machine stores its call, so that it survives a reload. */
	readonly keepAs: string;
};

const PATIENCE_MS = 20_000;
/** As long as the branch keeps a call that nobody answers. */
const TOLD_FOR_MS = 30 * 60_000;
/** Whoever accepted is taken to have come by then, even if they did not say so: the next customer may call again. */
const COMING_FOR_MS = 5 * 60_000;

/** A call that this machine made. `seq` is that of its answer: a view that has not reached it does not contain the call yet. */
type Call = { readonly id: string; readonly epoch?: number | undefined; readonly seq: number };

/** The call for help of this machine, and what the branch says has become of it. */
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
			// After an answer the next call is a new one and needs a new id; without an answer it is the same one again.
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
