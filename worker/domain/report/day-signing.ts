import type { HolderActor } from "../../../schema/actor.ts";
import type { DaySigningBody, DaySigningStep, SignedAs } from "../../../schema/hall/day-signing.ts";
import type { ProblemCode } from "../../../schema/problem.ts";

const HEADS: readonly string[] = ["branch-head", "deputy-head"];

/** Whose signature a day's report wants next: a correction sends it back to the first. Null: both have signed. */
export function nextToSign(steps: readonly DaySigningStep[]): SignedAs | null {
	let next: SignedAs | null = "manager";
	for (const step of steps) {
		if (step.act === "correct") next = "manager";
		else next = step.as === "manager" ? "head" : null;
	}
	return next;
}

type Asked = {
	readonly steps: readonly DaySigningStep[];
	readonly body: DaySigningBody;
	readonly actors: readonly HolderActor[];
	/** Records of the day that are not signed. */
	readonly unsigned: number;
	/** Wall-clock time, and the hash of the report that is looked at. */
	readonly at: number;
	readonly hash: string;
};

/**
 * What is added to the signing of a day, or why not: lobby manager first, then head, not the same person twice, not while a record is
 * unsigned and unexplained, and nothing at all under the head's signature.
 */
export function signingStep({
	steps,
	body,
	actors,
	unsigned,
	at,
	hash,
}: Asked): DaySigningStep | { readonly refused: ProblemCode } {
	const next = nextToSign(steps);
	if (next === null) return { refused: "day-signed" };
	const people = actors.flatMap((each) => (each.kind === "staff" ? [each] : []));
	const [by] = people;
	if (by === undefined) return { refused: "not-permitted" };
	const done = { by: by.staffId, at, hash };
	if (body.act === "correct") return { ...done, ...body };
	const isHead = people.some(({ role }) => HEADS.includes(role));
	const isManager = people.some(({ role }) => !HEADS.includes(role));
	if (next === "manager" ? !isManager : !isHead)
		return { refused: next === "manager" ? "manager-signs-first" : "head-signs-next" };
	const last = steps.at(-1);
	if (next === "head" && last?.by === by.staffId) return { refused: "head-signs-next" };
	if (unsigned > 0 && body.explanation === undefined) return { refused: "records-unsigned" };
	return {
		...done,
		act: "sign",
		as: next,
		unsigned,
		...(body.explanation === undefined ? {} : { explanation: body.explanation }),
	};
}
