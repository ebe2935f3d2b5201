import { DurableObject } from "cloudflare:workers";
import { done, type Result, refused } from "../../rules/result.ts";
import type { DeviceActor, HolderActor, ServiceActor } from "../../schema/actor.ts";
import type { DevicePublicKey } from "../../schema/people/device.ts";
import type { SessionInfo, SessionRow } from "../../schema/people/session.ts";
import type { Profile } from "../domain/session/profile.ts";
import { limitsOf } from "../domain/session/session-limits.ts";
import { TOUCH_EVERY_MS, WRONG_PINS_MAX } from "../domain/session/session-state.ts";
import type { Env } from "../platform/env.ts";
import { namesOfNodes } from "../records/bank/institution.ts";
import { memoryOf } from "../records/memory.ts";
import { profileOf, rememberPassword } from "../records/people/person.ts";
import { actorOfAccount } from "../records/people/service-account.ts";
import { commonWords } from "./common-words.ts";
import { DeviceKey, type KeyProof } from "./device-key.ts";
import { actorsOf, infoOf, mustChangePassword, namesOf, rowOf } from "./holder-facts.ts";
import { withBrowser } from "./known-browsers.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { PasswordProof } from "./password-proof.ts";
import { isWeakPin } from "./pin.ts";
import { hashOfSecret, newSecret } from "./secret.ts";
import { type NewSecret, type ServiceGrant, ServiceSecret } from "./service-secret.ts";
import { type Opened, SessionBook } from "./session-book.ts";
import { unreachable } from "./unreachable.ts";
import { weakPassword } from "./weak-password.ts";

/** A valid session, as the door needs it. */
export type CheckedSession = {
	readonly sessionId: string;
	/** One for each role held; never empty. */
	readonly actors: readonly HolderActor[];
	readonly endsAt: number;
	readonly locked: boolean;
	readonly mustChangePassword: boolean;
};

/** A refused sign-in, with what the door puts on record of it. */
type RefusedSignIn = Extract<Result<never>, { ok: false }> & {
	readonly known: boolean;
	/** Wrong passwords in a row from the same browser, or from all strangers; this one among them. */
	readonly failures: number;
};
/** `browser`: the secret by which the browser is known again from now on. */
type SignedIn = { readonly ok: true; readonly value: Opened & { readonly browser: string } };

/**
 * One person, paired device or program (a *holder*): its sessions, failed tries, PIN, and key or secrets. Its rights are read from the
 * bank's memory (D1) at sign-in and after a change; checking a session needs nothing but this object.
 */
export class HolderObject extends DurableObject<Env> {
	readonly #book: SessionBook;
	readonly #password: PasswordProof;
	readonly #deviceKey: DeviceKey;
	readonly #serviceSecret: ServiceSecret;

	constructor(context: DurableObjectState, env: Env) {
		super(context, env);
		this.#book = new SessionBook(context, env);
		this.#password = new PasswordProof(this.#book, env, (profile) => this.#take(profile));
		this.#deviceKey = new DeviceKey(this.#book);
		this.#serviceSecret = new ServiceSecret(this.#book);
	}

	get #isDemo(): boolean {
		return this.env.DEMO_MODE === "true";
	}

	/** Whether this person has signed in from this browser before. Reads only. */
	knows(browser: string): boolean {
		return this.#password.trierFrom(browser).kind === "browser";
	}

	/** @param browser the secret that the browser brings, whether or not it is one of this person's; null: it brings none */
	async signIn(wish: { password: string; label: string; browser: string | null }): Promise<SignedIn | RefusedSignIn> {
		const trier = this.#password.trierFrom(wish.browser);
		const proved = await this.#password.prove(wish.password, trier);
		if (!proved.ok) return { ...proved, failures: this.#password.triesOf(trier).failures };
		const browser = wish.browser ?? newSecret();
		const knownBrowsers = withBrowser(this.#book.state.knownBrowsers, hashOfSecret(browser), Date.now());
		this.#book.change({ knownBrowsers });
		return { ok: true, value: { ...this.#book.open("password", wish.label), browser } };
	}

	/** Signs in somebody whom the identity provider has named; the bank's memory must know the person as active and with a role. */
	async signInByIdentityProvider({ label }: { label: string }): Promise<Result<Opened>> {
		if (!(await this.#refresh())) return refused("not-ready");
		const { holder } = this.#book.state;
		const known = holder?.kind === "staff" && holder.active && holder.actors.length > 0;
		return known ? done(this.#book.open("identity-provider", label)) : refused("identity-provider-failed");
	}

	/** Demo mode only: opens a session for any actor, without proof. */
	openForDemo(actor: HolderActor, label: string, lastsMs: number): Result<Opened> {
		return this.#isDemo ? done(this.#book.open("demo", label, { actor, lastsMs })) : refused("demo-off");
	}

	/**
	 * The session or account of a secret; null when there is none that is valid. The time of its last use is stored now and then,
	 * because idle sessions end.
	 */
	check(secret: string): CheckedSession | null {
		const service = this.#serviceSecret.check(secret);
		if (service !== null) {
			const { sessionId, actor, endsAt } = service;
			return { sessionId, actors: [actor], endsAt, locked: false, mustChangePassword: false };
		}
		const session = this.#book.find(secret);
		if (session === undefined) return null;
		const now = Date.now();
		if (now - session.lastUsedAt >= TOUCH_EVERY_MS) this.#book.replace({ ...session, lastUsedAt: now });
		const actors = actorsOf(this.#book.state, session, this.#isDemo);
		if (actors.length === 0) return null;
		const { sessionId, endsAt, locked } = session;
		return { sessionId, actors, endsAt, locked, mustChangePassword: mustChangePassword(this.#book.state, session) };
	}

	info(sessionId: string): SessionInfo | null {
		const session = this.#book.byId(sessionId);
		return session === undefined ? null : infoOf(this.#book.state, session, this.#isDemo);
	}

	/** The valid sessions. @param currentId the one that asks, which is marked; null: it is somebody else who asks */
	list(currentId: string | null): SessionRow[] {
		return this.#book.living().map((session) => rowOf(session, currentId));
	}

	/** Ends one session, or all of them when none is named; gives how many ended. */
	end(sessionId?: string): number {
		const over = this.#book.living().filter((each) => sessionId === undefined || each.sessionId === sessionId);
		if (over.length > 0) this.#book.end(over);
		return over.length;
	}

	async changePassword(sessionId: string, current: string, next: string): Promise<Result<null>> {
		const proved = await this.#password.prove(current, { kind: "own-session" });
		if (!proved.ok) return proved;
		const staffId = this.#book.holderId;
		const memory = memoryOf(this.env.DB);
		const { names, nodeIds } = namesOf(this.#book.state);
		try {
			const places = [...nodeIds, ...(await namesOfNodes(memory, nodeIds))];
			const isCommon = await commonWords(this.env.ASSETS);
			if (current === next || weakPassword(next, { staffId, names, places }, isCommon)) return refused("weak-password");
			await rememberPassword(memory, staffId, hashPassword(next), false);
		} catch (error) {
			return unreachable(error);
		}
		await this.#refresh();
		this.#book.end(this.#book.state.sessions.filter((session) => session.sessionId !== sessionId));
		return done(null);
	}

	async setPin(password: string, pin: string): Promise<Result<null>> {
		const proved = await this.#password.prove(password, { kind: "own-session" });
		if (!proved.ok) return proved;
		if (isWeakPin(pin)) return refused("weak-pin");
		this.#book.change({ pinHash: hashPassword(pin) });
		return done(null);
	}

	lock(sessionId: string): Result<null> {
		const session = this.#book.byId(sessionId);
		if (session === undefined) return refused("session-expired");
		if (this.#book.state.pinHash === null) return refused("no-pin");
		this.#book.reconnect([{ ...session, locked: true }]);
		return done(null);
	}

	unlock(sessionId: string, pin: string): Result<null> {
		const session = this.#book.byId(sessionId);
		const { pinHash } = this.#book.state;
		if (session === undefined) return refused("session-expired");
		if (pinHash === null) return refused("no-pin");
		if (verifyPassword(pin, pinHash)) {
			this.#book.replace({ ...session, locked: false, wrongPins: 0, lastUsedAt: Date.now() });
			return done(null);
		}
		const wrongPins = session.wrongPins + 1;
		if (wrongPins >= WRONG_PINS_MAX) {
			this.#book.end([session]);
			return refused("session-expired");
		}
		this.#book.replace({ ...session, wrongPins });
		return refused("wrong-pin");
	}

	/**
	 * To be called before a session is connected to a branch: notes that this branch must be told when the session ends. Gives the
	 * actors of the session at this moment, which may be fewer than the door knew before; none: it may not be connected.
	 */
	connects(sessionId: string, branchId: string): readonly HolderActor[] {
		const session = this.#book.byId(sessionId);
		if (session === undefined || session.locked) return [];
		if (!session.branchIds.includes(branchId)) {
			this.#book.replace({ ...session, branchIds: [...session.branchIds, branchId] });
		}
		return actorsOf(this.#book.state, session, this.#isDemo);
	}

	/** To be called when rights of this person or program change in the bank's memory: reads them now, and once more a moment later. */
	async profileChanged(): Promise<void> {
		const { holder } = this.#book.state;
		if (holder?.kind !== "staff" && holder?.kind !== "service") return;
		// Stored first: if the object is evicted at this point, the alarm reads them.
		this.#book.change({ stale: true });
		if (await this.#refresh()) this.#book.change({ stale: true });
	}

	/** Pairs this device; its sessions and challenges from before are over. */
	adopt(device: { actor: DeviceActor; name: string; publicKey: DevicePublicKey }): void {
		this.#deviceKey.adopt(device);
	}

	/** A challenge for the device to sign; null when it is not paired. Anybody may ask. */
	challenge(): { readonly challenge: string; readonly expiresAt: number } | null {
		return this.#deviceKey.challenge();
	}

	async signInWithKey(proof: KeyProof & { label: string }): Promise<Result<Opened>> {
		const proved = await this.#deviceKey.prove(proof);
		return proved.ok ? done(this.#book.open("device-key", proof.label)) : proved;
	}

	retire(): void {
		this.#deviceKey.retire();
	}

	/** Gives a program a new secret; null when its account has been revoked. */
	giveSecret(grant: ServiceGrant): NewSecret | null {
		return this.#serviceSecret.give(grant);
	}

	retireService(actor: ServiceActor): void {
		this.#serviceSecret.retire(actor);
	}

	override async alarm(): Promise<void> {
		await this.#book.alarm(() => this.#refresh());
	}

	/** Reads the rights from the bank's memory. False when that did not answer: then what is stored here goes on to hold. */
	async #refresh(): Promise<boolean> {
		try {
			const memory = memoryOf(this.env.DB);
			if (this.#book.state.holder?.kind === "service") {
				const actor = await actorOfAccount(memory, this.#book.holderId);
				if (actor !== null) this.#serviceSecret.move(actor);
				this.#book.change({ stale: false, failures: 0 });
				return true;
			}
			const profile = await profileOf(memory, this.#book.holderId);
			if (profile !== null) this.#take(profile);
			else if (this.#book.state.holder?.kind === "staff") this.#book.end(this.#book.state.sessions, { holder: null });
			this.#book.change({ stale: false, failures: 0 });
			return true;
		} catch (error) {
			unreachable(error);
			this.#book.change({ stale: true, failures: this.#book.state.failures + 1 });
			return false;
		}
	}

	/**
	 * Stores the rights that the bank's memory holds. Without any left its sessions end; when roles have changed, their connections
	 * are closed to be opened anew.
	 */
	#take({ staffId, name, active, mustChangePassword: mustChange, actors }: Profile): void {
		const { holder: before, sessions } = this.#book.state;
		const facts = { staffId, name, active, mustChangePassword: mustChange, actors: [...actors] };
		const holder = { kind: "staff" as const, ...facts };
		const own = sessions.filter((session) => session.demoActor === undefined);
		if (!active || actors.length === 0) return this.#book.end(own, { holder });
		const same = before?.kind === "staff" && JSON.stringify(before.actors) === JSON.stringify(holder.actors);
		if (same) return this.#book.change({ holder });
		const { idleMs, absoluteMs } = limitsOf(actors);
		const limited = own.map((each) => ({
			...each,
			idleMs,
			endsAt: Math.min(each.endsAt, each.startedAt + absoluteMs),
		}));
		this.#book.reconnect(limited, { holder });
	}
}
