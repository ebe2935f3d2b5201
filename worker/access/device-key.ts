import { done, type Result, refused } from "../../rules/result.ts";
import type { DeviceActor } from "../../schema/actor.ts";
import type { DevicePublicKey } from "../../schema/people/device.ts";
import { deviceProofText } from "../../schema/people/device-proof.ts";
import { type Challenge, endOfChallenge, isSignedBy, newChallenge, newChallengeKey } from "./device-proof.ts";
import type { SessionBook } from "./session-book.ts";

/** Sign-ins of one device within the life of a challenge: far more than any device needs. */
const ANSWERED_MAX = 64;

/** The challenge that a device was given, and the device's signature over it and the origin of its page. */
export type KeyProof = { readonly challenge: string; readonly signature: string; readonly origin: string };

/** Pairs one device, gives it challenges, and checks that it is the one that was paired. */
export class DeviceKey {
	readonly #book: SessionBook;

	constructor(book: SessionBook) {
		this.#book = book;
	}

	adopt(device: { actor: DeviceActor; name: string; publicKey: DevicePublicKey }): void {
		const holder = { ...device, kind: "device" as const, retired: false };
		this.#book.end(this.#book.state.sessions, { holder, challengeKey: newChallengeKey(), answered: [] });
	}

	/** A challenge to sign; null for a device that is not paired. Nothing is stored of it, so no stranger can push out another's. */
	challenge(): { readonly challenge: string; readonly expiresAt: number } | null {
		const { holder } = this.#book.state;
		if (holder?.kind !== "device" || holder.retired) return null;
		// A device that was paired before challenges had keys gets one now.
		if (this.#book.state.challengeKey === null) this.#book.change({ challengeKey: newChallengeKey() });
		const { challengeKey } = this.#book.state;
		if (challengeKey === null) return null;
		const { challenge, endsAt } = newChallenge(challengeKey, this.#book.holderId, Date.now());
		return { challenge, expiresAt: endsAt };
	}

	/** A challenge is used up by the first right answer to it; a wrong one, which anybody may send, changes nothing. */
	async prove({ challenge, signature, origin }: KeyProof): Promise<Result<null>> {
		const { holder, challengeKey } = this.#book.state;
		if (holder?.kind !== "device" || holder.retired) return refused("device-not-paired");
		const endsAt =
			challengeKey === null ? null : endOfChallenge(challengeKey, this.#book.holderId, challenge, Date.now());
		if (endsAt === null) return refused("sign-in-failed");
		const text = deviceProofText(origin, this.#book.holderId, challenge);
		if (!(await isSignedBy(holder.publicKey, text, signature))) return refused("sign-in-failed");
		// The device may have been retired while the signature was checked.
		const still = this.#book.state.holder;
		if (still?.kind !== "device" || still.retired) return refused("device-not-paired");
		return this.#spend({ challenge, endsAt }) ? done(null) : refused("sign-in-failed");
	}

	retire(): void {
		const { holder, sessions } = this.#book.state;
		if (holder?.kind !== "device") return;
		this.#book.end(sessions, { holder: { ...holder, retired: true }, challengeKey: null });
	}

	/** Uses a challenge up; false when it was used before. Only challenges that the device's own key has signed are stored. */
	#spend(used: Challenge): boolean {
		const { answered } = this.#book.state;
		if (answered.some((each) => each.challenge === used.challenge)) return false;
		const living = answered.filter((each) => each.endsAt > Date.now());
		if (living.length >= ANSWERED_MAX) return false;
		this.#book.change({ answered: [...living, used] });
		return true;
	}
}
