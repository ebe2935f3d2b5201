import { PROTOCOL_VERSION } from "../../rules/live-protocol.ts";
import { done } from "../../rules/result.ts";
import { LIVE } from "../../rules/routes/branch.ts";
import { LIVE_TICKET } from "../../rules/routes/session.ts";
import type { ClientFrame, PatchFrame, ServerFrame, ViewFrame } from "../../schema/hall/protocol.ts";
import type { Audience } from "../../schema/hall/view.ts";
import { addressOf } from "../call/address-of.ts";
import { type CallResult, call } from "../call/call.ts";
import type { Credential } from "../call/credential.ts";
import { applyFrame, type ViewState, wholeView } from "./apply-patch.ts";
import { type BranchClock, branchNow, clockAfter } from "./branch-clock.ts";
import type { Connection } from "./connection.ts";
import { keepLastView, lastView } from "./last-view.ts";
import { LiveSocket } from "./live-socket.ts";
import { reloadHelped } from "./reload-later.ts";
import { createSleepDetector } from "./sleep-detector.ts";

export type LiveBoardOptions = {
	readonly branchId: string;
	readonly audience: Audience;
	/** Asked before every connection; `renew`: the last one was refused, or its credential has expired or is unknown. */
	readonly credential: (renew: boolean) => Promise<CallResult<Credential | null>>;
	/** After every change of state or connection; read them from the handle. */
	readonly onChange: () => void;
	/** Keeps the last view under this name, and begins with it: it is old until the branch is heard. Absent: keeps nothing. */
	readonly keepAs?: string;
	/** Scheme, host and port; the page's own by default. */
	readonly origin?: string;
};

/** The age of a view that does not change is kept this exactly. */
const KEEP_EVERY_MS = 15_000;

/** What a client that also talks hears besides the view. */
export type Listener = {
	readonly onOpen: () => void;
	readonly onLost: () => void;
	readonly onTick: () => void;
	readonly onFrame: (frame: Exclude<ServerFrame, ViewFrame | PatchFrame>) => void;
};

/**
 * One live view of a branch that is only looked at: whole view, patches, and after a loss the patches missed meanwhile.
 * A connection that is `refused` needs somebody to act; any other loss mends itself.
 */
export class LiveBoard {
	readonly #options: LiveBoardOptions;
	/** For whoever watches the line itself. */
	readonly socket: LiveSocket;
	readonly #hasSlept = createSleepDetector();

	#state: ViewState | null = null;
	#clock: BranchClock | null = null;
	/** A gap, or a clock that cannot be trusted: only a whole view will do. */
	#needsView = false;
	/** Branch time of a view that is only remembered; null once the branch was heard. */
	#rememberedAt: number | null = null;
	readonly #keepAs: string;
	/** The view is kept at the first tick after this, monotonic milliseconds. */
	#keepAt = 0;
	/** No view is asked for before this, monotonic milliseconds; one that is under way is never asked for again. */
	#askAt = 0;

	constructor(options: LiveBoardOptions, listener?: Listener) {
		this.#options = options;
		this.#keepAs = options.keepAs ?? "";
		this.#remember();
		this.socket = new LiveSocket({
			remembers: () => this.#rememberedAt !== null,
			address: () => this.#address(),
			liveTicket: (renew) => this.#liveTicket(renew),
			onOpen: () => {
				this.#askAt = 0;
				listener?.onOpen();
			},
			onFrame: (frame) => {
				if (frame.type === "view" || frame.type === "patch") return this.#apply(frame);
				// What was asked for may have been passed over.
				if (frame.type === "problem") this.#askAt = performance.now() + (frame.problem.retryAfterMs ?? 0);
				listener?.onFrame(frame);
			},
			onLost: () => listener?.onLost(),
			onConnection: () => {
				if (this.connection().status === "refused") this.#forget();
				options.onChange();
			},
			onTick: () => {
				listener?.onTick();
				this.#tick();
			},
		});
	}

	/** Null until the first whole view has come; kept through every loss. */
	state(): ViewState | null {
		return this.#state;
	}

	/** Branch time, epoch milliseconds; null until the first view. */
	now(): number | null {
		return this.#clock === null ? null : branchNow(this.#clock, performance.now());
	}

	/** Branch time when anything was last heard, epoch milliseconds: how old the state may be. */
	asOf(): number | null {
		if (this.#rememberedAt !== null || this.#clock === null) return this.#rememberedAt;
		return branchNow(this.#clock, this.socket.heardAt());
	}

	connection(): Connection {
		return this.socket.connection();
	}

	/** Hands a frame to the open socket; false when there is none. */
	say(frame: ClientFrame): boolean {
		return this.socket.say(frame);
	}

	close(): void {
		this.socket.close();
	}

	/** Good for one connection, from this page. */
	async #liveTicket(renew: boolean): Promise<CallResult<string>> {
		const { branchId, audience, origin } = this.#options;
		const credential = await this.#options.credential(renew);
		if (!credential.ok) return credential;
		const input = { params: { branchId }, body: { audience } };
		const result = await call(LIVE_TICKET, input, credential.value, origin === undefined ? {} : { origin });
		return result.ok ? done(result.value.ticket) : result;
	}

	#address(): string {
		const { branchId, audience, origin = location.origin } = this.#options;
		const known = this.#needsView ? null : this.#state;
		const query = { protocol: PROTOCOL_VERSION, audience, epoch: known?.epoch, seq: known?.seq };
		return origin.replace(/^http/, "ws") + addressOf(LIVE, { params: { branchId }, query });
	}

	#apply(frame: ViewFrame | PatchFrame): void {
		const result = applyFrame(this.#state, frame);
		if ("gap" in result) {
			this.#needsView = true;
			this.#askForView();
			return;
		}
		if (frame.type === "view") {
			this.#needsView = false;
			this.#askAt = 0;
			this.#rememberedAt = null;
			reloadHelped();
		}
		this.#clock = clockAfter(this.#clock, frame, performance.now());
		if (this.#state === result.state) return;
		this.#state = result.state;
		this.#keepAt = 0;
		this.#options.onChange();
	}

	#askForView(): void {
		if (performance.now() >= this.#askAt && this.socket.say({ type: "view" })) this.#askAt = Number.POSITIVE_INFINITY;
	}

	#remember(): void {
		const last = lastView(this.#keepAs);
		if (last === null) return;
		this.#state = wholeView(null, last);
		this.#clock = clockAfter(null, last, performance.now() - Math.max(0, Date.now() - last.wallMs));
		this.#rememberedAt = last.at;
		this.#needsView = true;
		// Who opens this board has not got it yet.
		queueMicrotask(this.#options.onChange);
	}

	/** Whom the branch will not have as they are is not shown what it said before. */
	#forget(): void {
		keepLastView(this.#keepAs, null);
		this.#keepAt = Number.POSITIVE_INFINITY;
		if (this.#rememberedAt === null) return;
		this.#rememberedAt = this.#state = this.#clock = null;
	}

	#keep(): void {
		const at = this.asOf();
		if (!this.#state || !this.#clock || at === null || performance.now() < this.#keepAt) return;
		this.#keepAt = performance.now() + KEEP_EVERY_MS;
		const lists = [...this.#state.collections].map(([name, records]) => [name, [...records.values()]]);
		keepLastView(this.#keepAs, { ...this.#state, ...this.#clock, at, collections: Object.fromEntries(lists) });
	}

	#tick(): void {
		if (this.#keepAs !== "" && this.#rememberedAt === null) this.#keep();
		// Carried on by a clock of ours that stood still, the branch's time is late.
		if (this.#hasSlept()) this.#needsView = true;
		if (this.#needsView) this.#askForView();
	}
}
