import { randomBytes } from "node:crypto";
import type { Actor } from "../../../schema/actor.ts";
import type { Audience } from "../../../schema/hall/view.ts";
import { LIVE_TICKET_MAX_MS, SOCKETS_PER_SESSION_MAX } from "../../../schema/limits.ts";
import { senderOf } from "../../domain/pace/pace.ts";

/** Whom a live ticket lets in, as the door has checked. */
export type Guest = {
	readonly audience: Audience;
	/** One for each role held here; the one who may is who acts. */
	readonly actors: readonly [Actor, ...Actor[]];
	/** Null for a customer, who has a link and no session. */
	readonly sessionId: string | null;
	/** Wall-clock time at which the session ends; null: not before the live ticket does. */
	readonly sessionEndsAt: number | null;
	/** The page that asked; null for a program. */
	readonly origin: string | null;
	/** Stands for the network address it was asked from. */
	readonly address: string;
};

/** More than a branch's every device and phone connecting anew at once. */
const WAITING_MAX = 6_000;

/**
 * Live tickets given and not yet used. They are in memory only: an eviction makes them worthless, never reusable, and
 * whoever is turned away asks for another.
 */
export class LiveTickets {
	readonly #waiting = new Map<string, { readonly guest: Guest; readonly sender: string; readonly expiresAt: number }>();

	give(guest: Guest, now: number): { readonly ticket: string; readonly expiresAt: number } {
		// The oldest come first, so what is over stands at the front.
		for (const [ticket, { expiresAt }] of this.#waiting) {
			if (expiresAt > now && this.#waiting.size < WAITING_MAX) break;
			this.#waiting.delete(ticket);
		}
		// Who asks for more than it may open pushes out its own and nobody else's.
		const sender = senderOf(guest.actors[0], guest.sessionId).name;
		const own = [...this.#waiting].filter(([, each]) => each.sender === sender).map(([given]) => given);
		for (const given of own.slice(0, Math.max(0, own.length - SOCKETS_PER_SESSION_MAX + 1)))
			this.#waiting.delete(given);
		const ticket = randomBytes(16).toString("base64url");
		const expiresAt = now + LIVE_TICKET_MAX_MS;
		this.#waiting.set(ticket, { guest, sender, expiresAt });
		return { ticket, expiresAt };
	}

	/** Null unless it was given less than 30 s ago and never used: being looked at is its one use. */
	take(ticket: string, now: number): Guest | null {
		const given = this.#waiting.get(ticket);
		this.#waiting.delete(ticket);
		return given === undefined || given.expiresAt <= now ? null : given.guest;
	}

	/** What a session that has ended asked for is worth nothing any more. */
	revoke(sessionIds: ReadonlySet<string>): void {
		for (const [ticket, { guest }] of this.#waiting) {
			if (guest.sessionId !== null && sessionIds.has(guest.sessionId)) this.#waiting.delete(ticket);
		}
	}
}
