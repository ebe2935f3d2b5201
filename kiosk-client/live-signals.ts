import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { ViewState } from "../client-kit/live/apply-patch.ts";
import type { Connection } from "../client-kit/live/connection.ts";
import { type LiveView, type LiveViewOptions, openLiveView } from "../client-kit/live/live-view.ts";

/** A live view as signals; `tick` moves the two clocks, which otherwise move only when something is heard. */
export type LiveSignals = {
	readonly live: LiveView;
	readonly state: ReadonlySignal<ViewState | null>;
	readonly connection: ReadonlySignal<Connection>;
	readonly now: ReadonlySignal<number | null>;
	readonly asOf: ReadonlySignal<number | null>;
	tick(): void;
};

type Options = Omit<LiveViewOptions, "onChange"> & {
	/** Whether a page says how the connection is now, by how it last said it was; each time unless given. */
	readonly isNews?: (present: Connection, before: Connection) => boolean;
};

/** Opens a live view whose state, connection and times are signals. */
export function liveSignals({ isNews = () => true, ...options }: Options): LiveSignals {
	const state = signal<ViewState | null>(null);
	const connection = signal<Connection>({ status: "connecting" });
	const now = signal<number | null>(null);
	const asOf = signal<number | null>(null);
	const tick = () => {
		now.value = live.now();
		asOf.value = live.asOf();
	};
	const live = openLiveView({
		...options,
		onChange: () => {
			batch(() => {
				tick();
				state.value = live.state();
				const present = live.connection();
				if (isNews(present, connection.peek())) connection.value = present;
			});
		},
	});
	return { live, state, connection, now, asOf, tick };
}
