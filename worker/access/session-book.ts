import type { HolderActor } from "../../schema/actor.ts";
import type { SignInMethod } from "../../schema/people/session.ts";
import { Alarm } from "../alarm/alarm.ts";
import { nextAttemptAt } from "../domain/pace/back-off.ts";
import { limitsOf } from "../domain/session/session-limits.ts";
import { isOver, withRoomForOne } from "../domain/session/session-state.ts";
import type { Env } from "../platform/env.ts";
import { closeConnections, connectionsOf } from "./connections.ts";
import { actorsOf, mustChangePassword } from "./holder-facts.ts";
import type { HolderState, KeptSession } from "./holder-state.ts";
import { HolderStore } from "./holder-store.ts";
import { hashOfSecret, newSecret, newSessionId } from "./secret.ts";

/** What whoever opens a session is given. */
export type Opened = { readonly token: string; readonly expiresAt: number; readonly mustChangePassword: boolean };

/** A row under whose number nobody has ever signed in is deleted after this long. */
const STRANGER_KEEP_MS = 3_600_000;
/**
 * A change of rights is announced before D1 has it and once more after. When the second notice is lost, D1 is read this long
 * after the first.
 */
const ASK_AGAIN_MS = 10_000;
/** A branch that could not be told is tried again at least this often, so that no connection outlives its session by `REVOCATION_MAX_MS`. */
const TELL_AGAIN_MAX_MS = 15_000;

/**
 * The sessions of one holder. Each is stored before its token is given out, and its connections are closed at every branch once
 * it has ended.
 */
export class SessionBook {
	readonly #context: DurableObjectState;
	readonly #env: Env;
	readonly #store: HolderStore;
	readonly #alarm: Alarm;

	constructor(context: DurableObjectState, env: Env) {
		this.#context = context;
		this.#env = env;
		this.#store = new HolderStore(context.storage);
		this.#alarm = new Alarm(context.storage, "holder");
	}

	get state(): HolderState {
		return this.#store.state;
	}

	get holderId(): string {
		return (this.#context.id.name ?? "").replace(/^(staff|device|service):/, "");
	}

	/** Stores a change, then sets the one alarm by what is left to do. */
	change(change: Partial<HolderState>): void {
		this.#store.change(change, Date.now());
		const dueAt = this.#dueAt();
		if (dueAt !== null) this.#alarm.reset(dueAt);
	}

	find(secret: string): KeptSession | undefined {
		const hash = hashOfSecret(secret);
		return this.living().find((session) => session.secretHash === hash);
	}

	byId(sessionId: string): KeptSession | undefined {
		return this.living().find((session) => session.sessionId === sessionId);
	}

	living(): KeptSession[] {
		const now = Date.now();
		return this.state.sessions.filter((session) => !isOver(session, now));
	}

	open(method: SignInMethod, label: string, demo?: { actor: HolderActor; lastsMs: number }): Opened {
		const now = Date.now();
		const secret = newSecret();
		const { kept, over } = withRoomForOne(this.state.sessions, now);
		const fresh: KeptSession = {
			...{ sessionId: newSessionId(), secretHash: hashOfSecret(secret), method, label },
			...{ startedAt: now, lastUsedAt: now, idleMs: 0, endsAt: 0, locked: false, wrongPins: 0, branchIds: [] },
			...(demo === undefined ? {} : { demoActor: demo.actor }),
		};
		const actors = actorsOf(this.state, fresh, this.#env.DEMO_MODE === "true");
		const limits = limitsOf(actors);
		const endsAt = now + (demo?.lastsMs ?? limits.absoluteMs);
		const session = { ...fresh, idleMs: demo?.lastsMs ?? limits.idleMs, endsAt };
		this.end(over, { sessions: [...kept, session] });
		const kind = actors[0]?.kind === "device" ? "d" : "s";
		const token = `${kind}.${this.holderId}.${secret}`;
		return { token, expiresAt: endsAt, mustChangePassword: mustChangePassword(this.state, session) };
	}

	/** Ends sessions and closes their live connections. `also`: what else changes with the same write. */
	end(over: readonly KeptSession[], also: Partial<HolderState> = {}): void {
		const ended = new Set(over.map((session) => session.sessionId));
		const sessions = (also.sessions ?? this.state.sessions).filter((each) => !ended.has(each.sessionId));
		this.#changeAndTell({ ...also, sessions }, connectionsOf(over, true));
	}

	replace(session: KeptSession): void {
		this.change({ sessions: this.#with([session]) });
	}

	/** Replaces sessions whose rights have changed: their live connections are closed, so that they are opened anew with the new rights. */
	reconnect(changed: readonly KeptSession[], also: Partial<HolderState> = {}): void {
		const sessions = this.#with(changed.map((session) => ({ ...session, branchIds: [] })));
		this.#changeAndTell({ ...also, sessions }, connectionsOf(changed, false));
	}

	/** Tells branches to close the connections that are still owed. When a branch cannot be told, the entry stays and the alarm tries again. */
	async tellBranches(): Promise<void> {
		const { owed } = this.state;
		if (owed.length === 0) return;
		const left = await closeConnections(this.#env, owed);
		// Entries that were added meanwhile stay.
		const since = this.state.owed.filter((each) => !owed.includes(each));
		this.change({ owed: [...left, ...since], failures: left.length === 0 ? 0 : this.state.failures + 1 });
	}

	/**
	 * What the alarm does: reads the rights when they may be old (`asks`), tells branches what is owed, and deletes the row of a
	 * number under which nobody has signed in.
	 */
	async alarm(asks: () => Promise<unknown>): Promise<void> {
		this.#alarm.fired();
		if (this.state.stale) await asks();
		await this.tellBranches();
		if (!(await this.#forgetStranger())) this.#alarm.rearm(this.#dueAt());
	}

	/** Anybody may try any number, so rows of numbers under which nobody has signed in must not stay for ever. True: the row is gone. */
	async #forgetStranger(): Promise<boolean> {
		const { holder, owed, writtenAt } = this.state;
		const unknown = holder === null && owed.length === 0 && this.living().length === 0;
		if (!unknown || Math.abs(Date.now() - writtenAt) < STRANGER_KEEP_MS) return false;
		await this.#store.forget();
		return true;
	}

	#changeAndTell(change: Partial<HolderState>, owed: HolderState["owed"]): void {
		this.change({ ...change, owed: [...this.state.owed, ...owed] });
		if (owed.length > 0) this.#context.waitUntil(this.tellBranches());
	}

	#with(changed: readonly KeptSession[]): KeptSession[] {
		const byId = new Map(changed.map((session) => [session.sessionId, session]));
		return this.state.sessions.map((session) => byId.get(session.sessionId) ?? session);
	}

	/** When the alarm must come, from all that is left to do; null: nothing is left. */
	#dueAt(): number | null {
		const { stale, owed, failures, holder, sessions, writtenAt } = this.state;
		const now = Date.now();
		const again = Math.min(nextAttemptAt(now, failures, Math.random()), now + TELL_AGAIN_MAX_MS);
		const last = Math.max(writtenAt + STRANGER_KEEP_MS, ...sessions.map((session) => session.endsAt));
		const times = [
			...(stale ? [failures === 0 ? now + ASK_AGAIN_MS : again] : []),
			...(owed.length > 0 ? [again] : []),
			...(holder === null ? [last] : []),
		];
		return times.length === 0 ? null : Math.min(...times);
	}
}
