import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { localDay } from "../../client-kit/language/format.ts";
import type { ViewState } from "../../client-kit/live/apply-patch.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import { LiveBoard } from "../../client-kit/live/live-board.ts";
import { recordsOf } from "../../client-kit/live/view-records.ts";
import { deviceCredential } from "../../client-kit/session/device-session.ts";
import type { Notice } from "../../schema/hall/notice.ts";
import type { DisplayView, PublicCall, PublicCounter, PublicService } from "../../schema/hall/view.ts";
import { absorbCalls, beginNext, EMPTY_QUEUE, endCurrent } from "../announcement/announcement-queue.ts";
import type { Announcer } from "../announcement/announcer.ts";
import { type BoardPhase, boardPhase } from "./board-phase.ts";
import { shownCalls } from "./call-page.ts";
import { standingNotices } from "./published-notices.ts";

export type BoardOptions = {
	readonly branchId: string;
	/** Only this zone's counters and calls; null: the whole branch. */
	readonly zoneId: string | null;
	/** The screen over this counter; null: a board. */
	readonly counterId: string | null;
	readonly announcer: Announcer;
};

/** Everything the board shows, as signals: what did not change redraws nothing. */
export type BoardModel = {
	readonly options: BoardOptions;
	readonly connection: ReadonlySignal<Connection>;
	/** Branch time, epoch milliseconds, moved once a second; null until the first view. */
	readonly now: ReadonlySignal<number | null>;
	/** Branch time when anything was last heard. */
	readonly asOf: ReadonlySignal<number | null>;
	readonly branch: ReadonlySignal<DisplayView["branch"][number] | undefined>;
	readonly zone: ReadonlySignal<DisplayView["zones"][number] | undefined>;
	readonly phase: ReadonlySignal<BoardPhase>;
	readonly counters: ReadonlySignal<readonly PublicCounter[]>;
	readonly services: ReadonlySignal<readonly PublicService[]>;
	/** Of those who are at a counter now; newest first. */
	readonly calls: ReadonlySignal<readonly PublicCall[]>;
	/** The numbers called a short while ago and gone since, newest first. */
	readonly past: ReadonlySignal<readonly PublicCall[]>;
	readonly next: ReadonlySignal<readonly string[]>;
	/** Those that stand on this screen now. */
	readonly notices: ReadonlySignal<readonly Notice[]>;
	/** Goes up each time the next notice is due. */
	readonly turn: ReadonlySignal<number>;
	/** Goes up each time the next page of calls is due, where they need several. */
	readonly pageTurn: ReadonlySignal<number>;
	/** The call being announced. */
	readonly announced: ReadonlySignal<PublicCall | null>;
};

const SECOND_MS = 1_000;
/** Long enough to read a notice in both languages at a slow pace. */
const NOTICE_MS = 15_000;
/** Long enough to find a number among sixteen, and soon enough to come back. */
const CALL_PAGE_MS = 6_000;

export function createBoardModel(options: BoardOptions): BoardModel {
	const state = signal<ViewState | null>(null);
	const connection = signal<Connection>({ status: "connecting" });
	const now = signal<number | null>(null);
	const asOf = signal<number | null>(null);
	const live = openBoardView(options.branchId, () => {
		now.value = live.now();
		state.value = live.state();
		connection.value = live.connection();
	});
	const turn = signal(0);
	const pageTurn = signal(0);
	setInterval(() => {
		turn.value = Math.floor(performance.now() / NOTICE_MS);
		pageTurn.value = Math.floor(performance.now() / CALL_PAGE_MS);
		now.value = live.now();
		asOf.value = live.asOf();
	}, SECOND_MS);

	const records = <Name extends keyof DisplayView>(name: Name) =>
		computed(() => recordsOf<DisplayView, Name>(state.value, name));
	const [branches, zones, everyCounter, services, everyCall, upNext, sections] = [
		records("branch"),
		records("zones"),
		records("counters"),
		records("services"),
		records("calls"),
		records("next"),
		records("sections"),
	];
	const { zoneId } = options;
	const counters = computed(() =>
		zoneId === null ? everyCounter.value : everyCounter.value.filter((counter) => counter.zone === zoneId),
	);
	const shown = computed(() => shownCalls(everyCall.value, counters.value, now.value ?? 0));
	const calls = computed(() => shown.value.open);
	const branch = computed(() => branches.value[0]);
	const today = computed(() =>
		now.value === null || branch.value === undefined ? null : localDay(now.value, branch.value.timeZone),
	);
	return {
		options,
		connection,
		now,
		asOf,
		branch,
		zone: computed(() => zones.value.find((zone) => zone.id === zoneId)),
		phase: computed(() => boardPhase(branch.value, today.value, calls.value.length)),
		counters,
		services,
		calls,
		past: computed(() => shown.value.past),
		next: computed(() => upNext.value[0]?.numbers ?? []),
		notices: standingNotices(options, { now, branch, sections }),
		turn,
		pageTurn,
		announced: announcements(options.announcer, calls, counters, live),
	};
}

function openBoardView(branchId: string, onChange: () => void): LiveBoard {
	const want = { kind: "device", purpose: "display", branchId } as const;
	return new LiveBoard({
		branchId,
		audience: "display",
		keepAs: `display.${branchId}`,
		credential: (renew) => deviceCredential(want, renew),
		onChange,
	});
}

/** Announces the calls that come in, one at a time, and tells which one is under way. */
function announcements(
	announcer: Announcer,
	calls: ReadonlySignal<readonly PublicCall[]>,
	counters: ReadonlySignal<readonly PublicCounter[]>,
	live: LiveBoard,
): ReadonlySignal<PublicCall | null> {
	const queue = signal(EMPTY_QUEUE);
	const current = computed(() => queue.value.current);
	effect(() => {
		queue.value = beginNext(absorbCalls(queue.peek(), calls.value, live.now() ?? 0));
	});
	effect(() => {
		const call = current.value;
		// No newer build is taken in the middle of a call.
		document.documentElement.toggleAttribute("data-busy", call !== null);
		if (call === null) return;
		const counter = counters.peek().find((each) => each.id === call.counterId);
		const othersWait = queue.peek().waiting.length > 0;
		const told = counter === undefined ? Promise.resolve() : announcer.announce(call, counter.label, othersWait);
		void told.then(() => {
			queue.value = beginNext(endCurrent(queue.value));
		});
	});
	// A customer who has come and gone while the words were still being said is pointed at no longer.
	return computed(() => calls.value.find((call) => call.id === current.value?.id && !call.serving) ?? null);
}
