import { segmentOf } from "../../../rules/configuration/segment.ts";
import { SEGMENTS } from "../../../schema/configuration/segments/segments.ts";
import type { RecogniseBody, RecognitionAnswer, Segment } from "../../../schema/customer/customer.ts";
import { RECOGNITIONS_PER_HOUR_MAX } from "../../../schema/limits.ts";
import { maskName } from "../../domain/customer/mask.ts";
import type { Found } from "../../domain/hall/decision.ts";
import type { Env } from "../../platform/env.ts";
import { directoryOf, type KnownCustomer } from "../../privacy/customer-directory.ts";
import { sealRecognition } from "../../privacy/recognition.ts";
import { countDisclosure } from "../../records/case/disclosure.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";

/**
 * A device gets the sealed answer and nothing else, whoever was or was not found; staff see whom, masked. What cannot be
 * on record is not looked up: at a kiosk the customer then gets an ordinary ticket.
 */
export const recognise: Handler<"recognise"> = async ({ env, actor, params, body, now, unwritten }) => {
	if (actor === null) return new Refused("not-permitted");
	if (unwritten && actor.kind === "staff") return new Refused("not-ready");
	const room = actor.kind === "staff" ? await roomFor(env, actor.staffId, now) : "none";
	if (room === "used-up") return new Refused("too-many-shows");
	const { status, customer } = unwritten ? NO_ANSWER : await lookUp(env, body);
	const found = customer === null ? STRANGER : foundAs(customer);
	// Asked whoever was found, so that no answer takes longer because of whom it is about.
	const here = await askBranch(env, params.branchId, async (branch) => branch.arrived(found));
	const segment = here instanceof Refused ? segmentOf(SEGMENTS.shipped, found) : here;
	const { reference, managerId } = found;
	const sealed = sealRecognition(env, params.branchId, { reference, segment, managerId }, now);
	if (sealed === null) return new Refused("not-ready");
	if (actor.kind !== "staff") return sealed;
	// Nobody can count what is shown: then it is not shown, and the sealed answer does its work all the same.
	if (room === "unknown") return { ...sealed, customer: NOBODY };
	return { ...sealed, customer: customer === null ? { ...NOBODY, status } : shown(customer, segment) };
};

type Shown = NonNullable<RecognitionAnswer["customer"]>;
type LookedUp = { readonly status: Shown["status"]; readonly customer: KnownCustomer | null };
const NO_ANSWER: LookedUp = { status: "unavailable", customer: null };
const STRANGER: Found = { reference: null, segment: "unknown" };
const NOBODY: Shown = { status: "unavailable", reference: null, name: null, segment: null };

/** What the branch needs to know, and not the name. */
function foundAs({ reference, segment, averageAssets, hasDegree, age, managerId }: KnownCustomer): Found {
	return { reference, segment, averageAssets, hasDegree, age, managerId };
}

function shown({ reference, name }: KnownCustomer, segment: Segment): Shown {
	return { status: "known", reference, name: maskName(name), segment };
}

async function roomFor(env: Env, staffId: string, now: number): Promise<"some" | "used-up" | "unknown"> {
	const count = { staffId, kind: "recognise" as const, max: RECOGNITIONS_PER_HOUR_MAX };
	const counted = await orNotReady(() => countDisclosure(memoryOf(env.DB), count, now));
	if (counted instanceof Refused) return "unknown";
	return counted ? "some" : "used-up";
}

/** A directory that does not answer never stands in a customer's way: they get an ordinary ticket. */
async function lookUp(env: Env, query: RecogniseBody): Promise<LookedUp> {
	try {
		const customer = await directoryOf(env)(query);
		return { status: customer === null ? "unknown" : "known", customer };
	} catch (error) {
		console.error(JSON.stringify({ message: "the customer directory did not answer", error: String(error) }));
		return NO_ANSWER;
	}
}
