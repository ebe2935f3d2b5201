import { REFERRAL } from "../../../rules/case/referral.ts";
import { CREDIT, type Credit } from "../../../schema/configuration/credit/credit.ts";
import { AskedOfCredit, CreditFacts } from "../../../schema/customer/credit.ts";
import { businessDayAt } from "../day/business-day.ts";
import { isRefusal, type Refusal, refuse } from "../hall/decision.ts";
import type { KindAnswer, KindQuestion } from "../kind/kind-rule.ts";
import { staffOf } from "../people/staff.ts";
import { pointsOf } from "./points.ts";

const DAY_MS = 86_400_000;
const [WON] = REFERRAL.over;
/** What leads to the same customer again. */
const LEADING: ReadonlySet<string> = new Set(["number", "contact", "customerReference"]);

/**
 * A step of a referral with what it makes of the record's credit: points are made when its outcome says won, by the shares that
 * hold then, and made anew when somebody else gave the information after all. They stay as they are while it is won.
 */
export function credited(question: KindQuestion, answer: KindAnswer | Refusal): KindAnswer | Refusal {
	if (isRefusal(answer)) return answer;
	const { before, command } = question;
	const known = CreditFacts.parse(before?.facts ?? {});
	const staffId = String(answer.facts?.staffId);
	const { informedBy = known.informedBy } = AskedOfCredit.parse(command.facts ?? {});
	const refused = informedBy === known.informedBy ? null : refusalOf(question, staffId, informedBy);
	if (refused !== null) return refused;
	const stage = answer.stage ?? command.stage ?? before?.stage;
	const facts = earned(question, { ...known, informedBy }, { staffId, isWon: stage === WON });
	return { ...answer, facts: { ...answer.facts, ...facts } };
}

/** Who gave the information works here, and is somebody else than who recognised the customer. */
function refusalOf({ state }: KindQuestion, staffId: string, informedBy: string | null): Refusal | null {
	if (informedBy === null) return null;
	if (informedBy === staffId) return refuse("wrong-for-step", "informedBy");
	return staffOf(state).some(({ id }) => id === informedBy) ? null : refuse("unknown-staff", informedBy);
}

type Standing = { readonly staffId: string; readonly isWon: boolean };

function earned(question: KindQuestion, facts: CreditFacts, { staffId, isWon }: Standing): CreditFacts {
	const { before, command, context } = question;
	const { shares, keptDays } = (context.contentOf?.("credit") ?? CREDIT.shipped) as Credit;
	const { informedBy } = facts;
	if (!isWon) {
		return { informedBy, firstBy: firstOf(question, facts, keptDays), closedBy: null, wonOn: null, credit: null };
	}
	const isWonNow = facts.credit === null && command.step === "outcome";
	const isCorrected = facts.credit !== null && informedBy !== (before?.facts.informedBy ?? null);
	if (!isWonNow && !isCorrected) return facts;
	const { firstBy, closedBy, wonOn } = isWonNow
		? { firstBy: firstOf(question, facts, keptDays), closedBy: closerOf(question), wonOn: today(question) }
		: facts;
	const points = pointsOf(shares, { recognised: firstBy ?? staffId, informed: informedBy, closed: closedBy });
	return { informedBy, firstBy, closedBy, wonOn, credit: JSON.stringify(Object.fromEntries(points)) };
}

function closerOf({ before, context: { actor } }: KindQuestion): string | null {
	return actor.kind === "staff" ? actor.staffId : (before?.ownerId ?? null);
}

function today({ state: { day, configuration }, context }: KindQuestion): string {
	return day?.status === "open" ? day.businessDay : businessDayAt(configuration.timeZone, context.now);
}

/**
 * Who recognised the same customer in the first record that still counts, if there is one. What was found stays when that record
 * has left the branch, unless what leads to the customer has changed since.
 */
function firstOf({ command, context }: KindQuestion, { firstBy }: CreditFacts, keptDays: number): string | null {
	const first = context.firstOfCustomer?.(keptDays * DAY_MS)?.facts.staffId;
	if (typeof first === "string") return first;
	const isTouched = [...(command.holds ?? []), ...(command.drops ?? [])].some((each) => LEADING.has(each));
	return isTouched ? null : firstBy;
}
