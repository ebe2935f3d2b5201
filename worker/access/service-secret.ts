import type { ServiceActor } from "../../schema/actor.ts";
import { SERVICE_SECRET_OVERLAP_MS, SERVICE_SECRETS_MAX } from "../../schema/limits.ts";
import { hashOfSecret, newSecret } from "./secret.ts";
import type { SessionBook } from "./session-book.ts";

/** Length of a session id. A program always has the same one, made from the id of its account. */
const SESSION_ID_CHARS = 16;

/** The rights and the end of a program's account. */
export type ServiceGrant = { readonly actor: ServiceActor; readonly endsAt: number };
export type NewSecret = { readonly token: string; readonly oldUntil: number | null };

/** The secrets of one service account, stored as hashes. Every call of the program is checked here. */
export class ServiceSecret {
	readonly #book: SessionBook;

	constructor(book: SessionBook) {
		this.#book = book;
	}

	get #holder() {
		const { holder } = this.#book.state;
		return holder?.kind === "service" ? holder : null;
	}

	/** A new secret; older ones go on for the overlap. Null when the account has been revoked. */
	give({ actor, endsAt }: ServiceGrant): NewSecret | null {
		const before = this.#holder;
		if (before?.revoked) return null;
		const now = Date.now();
		const old = (before?.secrets ?? [])
			.map((each) => ({ ...each, endsAt: Math.min(each.endsAt, now + SERVICE_SECRET_OVERLAP_MS) }))
			.filter((each) => each.endsAt > now)
			.slice(0, SERVICE_SECRETS_MAX - 1);
		const secret = newSecret();
		const secrets = [{ hash: hashOfSecret(secret), endsAt }, ...old];
		this.#book.change({ holder: { kind: "service", actor, endsAt, secrets, revoked: false } });
		return { token: `a.${this.#book.holderId}.${secret}`, oldUntil: old[0]?.endsAt ?? null };
	}

	/** Who acts with this secret, and until when at most; null when it is not a secret of this account, or is over. */
	check(secret: string): { readonly sessionId: string; readonly actor: ServiceActor; readonly endsAt: number } | null {
		const holder = this.#holder;
		if (holder === null || holder.revoked) return null;
		const now = Date.now();
		const hash = hashOfSecret(secret);
		const known = holder.secrets.find((each) => each.hash === hash);
		const endsAt = Math.min(known?.endsAt ?? 0, holder.endsAt);
		if (endsAt <= now) return null;
		const sessionId = hashOfSecret(this.#book.holderId).slice(0, SESSION_ID_CHARS);
		return { sessionId, actor: holder.actor, endsAt };
	}

	/** Ends the account for good, also when it was never given a secret. */
	retire(actor: ServiceActor): void {
		this.#book.change({ holder: { kind: "service", actor, endsAt: 0, secrets: [], revoked: true } });
	}

	/** Replaces the rights of the account, as when a branch has moved below its place. */
	move(actor: ServiceActor): void {
		const holder = this.#holder;
		if (holder !== null) this.#book.change({ holder: { ...holder, actor } });
	}
}
