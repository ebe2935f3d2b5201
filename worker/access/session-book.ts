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

/** What a new session is given with. */
export type Opened = { readonly token: string; readonly expiresAt: number; readonly mustChangePassword: boolean };

/** What nobody ever signed in under is forgotten after this. */
const STRANGER_KEEP_MS = 3_600_000;
/** A change of rights is announced here before D1 has it and once more after; when the second notice is lost, D1 is asked after this long. */
const ASK_AGAIN_MS = 10_000;
/** A branch that could not be told is told again at least this often, so that nothing outlives `REVOCATION_MAX_MS`. */
const TELL_AGAIN_MAX_MS = 15_000;

/** The sessions of one holder: kept before they are given, and closed everywhere once they have ended. */
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

	/** One alarm, computed from what is left to do, follows every change. */
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

	/** Ends sessions and closes what they have open; `also` changes in the same row. */
	end(over: readonly KeptSession[], also: Partial<HolderState> = {}): void {
		const ended = new Set(over.map((session) => session.sessionId));
		const sessions = (also.sessions ?? this.state.sessions).filter((each) => !ended.has(each.sessionId));
		this.#changeAndTell({ ...also, sessions }, connectionsOf(over, true));
	}

	replace(session: KeptSession): void {
		this.change({ sessions: this.#with([session]) });
	}

	/** Replaces sessions whose rights have changed: what they have open is closed, to be opened anew. */
	reconnect(changed: readonly KeptSession[], also: Partial<HolderState> = {}): void {
		const sessions = this.#with(changed.map((session) => ({ ...session, branchIds: [] })));
		this.#changeAndTell({ ...also, sessions }, connectionsOf(changed, false));
	}

	/** Tells branches what they have not been told yet; what cannot be told stays owed and arms the alarm. */
	async tellBranches(): Promise<void> {
		const { owed } = this.state;
		if (owed.length === 0) return;
		const left = await closeConnections(this.#env, owed);
		// What came to be owed meanwhile stays owed.
		const since = this.state.owed.filter((each) => !owed.includes(each));
		this.change({ owed: [...left, ...since], failures: left.length === 0 ? 0 : this.state.failures + 1 });
	}

	/** What the alarm does: tells what is owed, and forgets who never signed in. `asks` asks the bank's memory. */
	async alarm(asks: () => Promise<unknown>): Promise<void> {
		this.#alarm.fired();
		if (this.state.stale) await asks();
		await this.tellBranches();
		if (!(await this.#forgetStranger())) this.#alarm.rearm(this.#dueAt());
	}

	/** Anybody may try any name: what nobody signed in under must not be kept for ever. True: it is gone. */
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

	/** When the alarm must come, from all that is left to do; null: nothing is. */
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
