import { type SyntheticCustomer, syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";

/** Somebody whose name no other text of the system could hold. */
export type Canary = SyntheticCustomer & { readonly chat: string; readonly account: string; readonly assets: number };

/** Given names are of characters that stand nowhere else in the system's own words. */
const RARE = "龘靐齉爩麤灪籱鱻厵癵驫麣纞虋讟钃鸜韊".split("");

export function canary(seed: number, index: number): Canary {
	const customer = syntheticCustomer(seed, index);
	const letter = (place: number) => RARE[Math.floor(index / RARE.length ** place) % RARE.length];
	return {
		...customer,
		name: `${customer.name.slice(0, 1)}${letter(2)}${letter(1)}${letter(0)}`,
		chat: `wx_${customer.reference.slice(2)}_canary`,
		account: customer.card,
		assets: 7_318_264_951 + index * 10_007,
	};
}

/** Every way a value of this person might stand somewhere in clear. */
function tracesOf({ name, account, idNumber, phone, chat, assets }: Canary): string[] {
	const plain = [name, account, idNumber, phone, chat, String(assets)];
	return plain.flatMap((text) => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), utf8Base64(text)]);
}

/** Without its last characters, which depend on what follows. */
function utf8Base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
		.replace(/=+$/, "")
		.slice(0, -2);
}

/** Every trace begins with so many letters that a text of megabytes is looked at once, and not once per person. */
const PREFIX_LETTERS = 4;

export class Search {
	readonly #traces = new Map<string, Set<string>>();

	constructor(people: readonly Canary[]) {
		for (const trace of people.flatMap(tracesOf)) {
			const prefix = trace.slice(0, PREFIX_LETTERS);
			const known = this.#traces.get(prefix) ?? new Set();
			this.#traces.set(prefix, known.add(trace));
		}
	}

	/** The first trace of anybody found in a text; null: none. */
	in(text: string): string | null {
		for (let at = 0; at < text.length; at++) {
			for (const trace of this.#traces.get(text.slice(at, at + PREFIX_LETTERS)) ?? []) {
				if (text.startsWith(trace, at)) return trace;
			}
		}
		return null;
	}
}
