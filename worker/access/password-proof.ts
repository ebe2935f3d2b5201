import { done, type Result, refused } from "../../rules/result.ts";
import type { Profile } from "../domain/session/profile.ts";
import { afterFailure, NO_TRIES, type Tries, waitOf } from "../domain/session/sign-in-tries.ts";
import type { Env } from "../platform/env.ts";
import { memoryOf } from "../records/memory.ts";
import { profileOf } from "../records/people/person.ts";
import { knownBrowser, withTries } from "./known-browsers.ts";
import { hashOfNobody, verifyPassword } from "./password.ts";
import { hashOfSecret } from "./secret.ts";
import type { SessionBook } from "./session-book.ts";
import { unreachable } from "./unreachable.ts";

/**
 * Compared with when there is no password, so that both cases take equally long. Made at the first use: while a worker loads
 * there is no random.
 */
let nobodysHash: string | undefined;

/** Where a password is tried from. Failed tries are counted apart for each, so that none of them locks out another. */
export type Trier =
	| { readonly kind: "stranger" }
	| { readonly kind: "own-session" }
	| { readonly kind: "browser"; readonly secretHash: string };

/** Checks passwords of one person, at the pace that failed tries from the same place allow. */
export class PasswordProof {
	readonly #book: SessionBook;
	readonly #env: Env;
	readonly #take: (profile: Profile) => void;

	/** @param take called with what the bank's memory holds of the person, once the password is right */
	constructor(book: SessionBook, env: Env, take: (profile: Profile) => void) {
		this.#book = book;
		this.#env = env;
		this.#take = take;
	}

	trierFrom(browser: string | null): Trier {
		const secretHash = browser === null ? null : hashOfSecret(browser);
		const known = knownBrowser(this.#book.state.knownBrowsers, secretHash, Date.now());
		return known === undefined ? { kind: "stranger" } : { kind: "browser", secretHash: known.secretHash };
	}

	triesOf(trier: Trier): Tries {
		const { tries, ownTries, knownBrowsers } = this.#book.state;
		if (trier.kind === "stranger") return tries;
		if (trier.kind === "own-session") return ownTries;
		return knownBrowsers.find(({ secretHash }) => secretHash === trier.secretHash)?.tries ?? NO_TRIES;
	}

	/**
	 * Whether the password is right. The number of nobody fails with the same problem after the same work; `known` tells the caller
	 * the difference.
	 */
	async prove(password: string, trier: Trier): Promise<Result<null> & { readonly known: boolean }> {
		const now = Date.now();
		const before = this.triesOf(trier);
		const waitMs = waitOf(before, now);
		if (waitMs > 0) return { ...refused("too-many-tries", waitMs), known: false };
		// Counted as failed before it is checked, so that tries in parallel count too; set to zero when it is right.
		this.#keep(trier, afterFailure(before, now));
		try {
			const profile = await profileOf(memoryOf(this.#env.DB), this.#book.holderId);
			const known = profile !== null;
			const usable = profile?.active && profile.actors.length > 0 ? profile.passwordHash : null;
			nobodysHash ??= hashOfNobody();
			const right = verifyPassword(password, usable ?? nobodysHash);
			if (!right || usable === null || profile === null) return { ...refused("sign-in-failed"), known };
			this.#take(profile);
			this.#keep(trier, NO_TRIES);
			return { ...done(null), known };
		} catch (error) {
			this.#keep(trier, before);
			return { ...unreachable(error), known: false };
		}
	}

	#keep(trier: Trier, tries: Tries): void {
		if (trier.kind === "stranger") this.#book.change({ tries });
		else if (trier.kind === "own-session") this.#book.change({ ownTries: tries });
		else this.#book.change({ knownBrowsers: withTries(this.#book.state.knownBrowsers, trier.secretHash, tries) });
	}
}
