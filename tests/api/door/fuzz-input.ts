import fc from "fast-check";
import type * as z from "zod";
import type { SeededRandom } from "../../../simulation/seeded-random.ts";
import { anyOf } from "../../schema/any-of.ts";

const VALUES_PER_SCHEMA = 40;

/** Values that a schema lets in, the same ones for the same seed; none of no schema. */
export function valuesOf<Value>(schema: z.ZodType<Value> | undefined, seed: number): Value[] {
	return schema === undefined ? [] : fc.sample(anyOf(schema), { numRuns: VALUES_PER_SCHEMA, seed });
}

const ODD = [
	"",
	"null",
	"undefined",
	"0",
	"-1",
	"1e999",
	"{}",
	"[]",
	"' OR 1=1 --",
	"../../etc",
	"𠮷野家",
	"\u0000",
	"A001",
	"%",
	"😀".repeat(30),
];

/** A whole number from 0 up to, but not, `limit`. */
export function below(random: SeededRandom, limit: number): number {
	return Math.floor(random.between(0, limit));
}

/** Text of the kind nobody planned for. */
export function someText(random: SeededRandom): string {
	if (random.chance(0.5)) return random.pick(ODD);
	let text = "";
	for (let length = below(random, 40); length > 0; length--) text += String.fromCharCode(below(random, 0x2ff));
	return text;
}

const TICKET = (random: SeededRandom) =>
	`20261123-${random.pick(["A", "B", "C"])}${String(1 + below(random, 30)).padStart(3, "0")}`;
const COUNTER = (random: SeededRandom) => String(1 + below(random, 14));
const SERVICE = (random: SeededRandom) => random.pick(["cash", "transfer", "account-opening", "wealth", "nothing"]);

/** A command that is well formed and plausible, though often out of place. */
export function someCommand(random: SeededRandom): unknown {
	const ticketId = TICKET(random);
	const counterId = COUNTER(random);
	switch (below(random, 12)) {
		case 0:
		case 1:
			return { type: "issue-ticket", services: [SERVICE(random)], ...(random.chance(0.2) ? { class: "mid" } : {}) };
		case 2:
			return { type: "call-next", counterId };
		case 3:
			return { type: "call-ticket", counterId, ticketId, ...(random.chance(0.5) ? { reason: "elderly" } : {}) };
		case 4:
			return { type: "open-counter", counterId };
		case 5:
			return { type: random.pick(["start-service", "finish-service", "mark-no-show", "recall-ticket"]), ticketId };
		case 6:
			return { type: "transfer-ticket", ticketId, serviceId: SERVICE(random) };
		case 7:
			return {
				type: random.pick(["hold-ticket", "resume-ticket", "return-ticket", "cancel-ticket", "redirect-ticket"]),
				ticketId,
			};
		case 8:
			return { type: "pause-counter", counterId, reason: "lunch" };
		case 9:
			return { type: "ask-for-help", reason: "customer" };
		case 10:
			return { type: random.pick(["resume-counter", "close-counter"]), counterId };
		default:
			return { type: random.pick(["tick", "accept-alert", "configure", "nonsense"]), alertId: "h1" };
	}
}

/** The text with a few characters changed, dropped, doubled or something odd put in. */
export function mutated(text: string, random: SeededRandom): string {
	let result = text;
	for (let times = 1 + below(random, 4); times > 0; times--) {
		const at = below(random, result.length + 1);
		const insert = random.pick(["", someText(random), "[", "}", '"', "9".repeat(400)]);
		result = result.slice(0, at) + insert + result.slice(at + below(random, 3));
	}
	return result;
}
