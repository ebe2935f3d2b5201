import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import type { Someone } from "../../rules/told.ts";
import type { MessengerCall } from "../../schema/hall/messenger.ts";
import { kindOf } from "../domain/alert/alert-kinds.ts";
import type { BranchState } from "../domain/hall/branch-state.ts";
import { type Telling, tellingsOf, unheard } from "../domain/messenger/unheard.ts";
import type { Env } from "../platform/env.ts";
import type { Change } from "./socket/sockets.ts";

/** It is tried so often, each time after a pause: all within a minute. */
const PAUSES_MS = [0, 5_000, 20_000];
const ANSWER_MAX_MS = 5_000;
/** Of the secret, as Standard Webhooks asks for. */
const SECRET_BYTES_MIN = 24;

export type MessengerPorts = {
	readonly state: () => BranchState;
	/** Branch time. */
	readonly now: () => number;
	/** Whose page is heard. */
	readonly present: () => readonly Someone[];
	readonly waitUntil: (work: Promise<void>) => void;
};

/** Null where none is configured, or one that must not be used: that is logged, and only pages ring. */
export function messengerOf(
	{ MESSENGER_URL = "", MESSENGER_SECRET = "" }: Env,
	ports: MessengerPorts,
): Messenger | null {
	if (MESSENGER_URL === "") return null;
	const secret = Buffer.from(MESSENGER_SECRET.replace("whsec_", ""), "base64");
	if (URL.parse(MESSENGER_URL)?.protocol === "https:" && secret.length >= SECRET_BYTES_MIN)
		return new Messenger(MESSENGER_URL, secret, ports);
	console.error(JSON.stringify({ message: "MESSENGER_URL or MESSENGER_SECRET cannot be used" }));
	return null;
}

/**
 * Asks the bank's own messenger to reach whoever is told of an alert without a page that is heard: beside the branch, which waits
 * for nothing of it and never knows whom it reached.
 */
export class Messenger {
	readonly #url: string;
	readonly #secret: Uint8Array;
	readonly #ports: MessengerPorts;

	constructor(url: string, secret: Uint8Array, ports: MessengerPorts) {
		this.#url = url;
		this.#secret = secret;
		this.#ports = ports;
	}

	/** What a commit tells people of. The platform lets no call out before the commit is stored. */
	follow(change: Change): void {
		for (const telling of tellingsOf(change)) this.#ports.waitUntil(this.#ask(telling));
	}

	async #ask(telling: Telling): Promise<void> {
		const deliveryId = crypto.randomUUID();
		let error: unknown;
		for (const pauseMs of PAUSES_MS) {
			// Also the first time: what catching up raises and ends in one turn rings nobody.
			await scheduler.wait(pauseMs);
			const body = this.#bodyOf(telling);
			if (body === null) return;
			try {
				return await this.#post(deliveryId, body);
			} catch (caught) {
				error = caught;
			}
		}
		const { branchId } = this.#ports.state();
		console.error(JSON.stringify({ message: "the messenger did not answer", branchId, error: String(error) }));
	}

	/** Null: nobody is to be reached by now. */
	#bodyOf(about: Telling): string | null {
		const { state, now, present } = this.#ports;
		const { branchId: id, configuration, alerts } = state();
		const alert = alerts.get(about.alertId);
		const staffIds = unheard(state(), about, now(), present());
		if (alert === undefined || configuration === null || staffIds.length === 0) return null;
		const { kind, reason } = alert;
		const call: MessengerCall = {
			branch: { id, name: configuration.name },
			alert: { id: alert.id, kind, rings: kindOf(kind).rings(reason) },
			telling: about.telling,
			at: about.at,
			staffIds,
		};
		return JSON.stringify(call);
	}

	/** Signed as Standard Webhooks are. Rejects unless it was taken. */
	async #post(deliveryId: string, body: string): Promise<void> {
		const at = Math.floor(Date.now() / 1_000);
		const mac = createHmac("sha256", this.#secret).update(`${deliveryId}.${at}.${body}`).digest().toString("base64");
		const response = await fetch(this.#url, {
			method: "POST",
			headers: {
				"Content-Type": "application/json",
				"webhook-id": deliveryId,
				"webhook-timestamp": `${at}`,
				"webhook-signature": `v1,${mac}`,
			},
			body,
			redirect: "manual",
			signal: AbortSignal.timeout(ANSWER_MAX_MS),
		});
		await response.body?.cancel();
		if (!response.ok) throw new Error(`the messenger answered ${response.status}`);
	}
}
