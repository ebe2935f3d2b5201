import { REFERRAL } from "../../../rules/case/referral.ts";
import { CREDIT, type Credit } from "../../../schema/configuration/credit/credit.ts";
import type { ReferralFacts } from "../../../schema/customer/referral.ts";
import { businessDayAt } from "../day/business-day.ts";
import type { KindQuestion } from "../kind/kind-rule.ts";
import { pointsOf } from "./credit.ts";

const DAY_MS = 86_400_000;
const [WON] = REFERRAL.over;
/** What leads to the same customer again. */
const LEADING: ReadonlySet<string> = new Set(["number", "contact", "customerReference"]);

/** A record that is not won earns nothing. */
export const NO_CREDIT = { closedBy: null, wonOn: null, credit: null } as const;

/**
 * What a record has earned for whom once a step is done: points are made when its outcome says won, by the shares that hold
 * then, and made anew when somebody else gave the information after all. They stay as they are while it is won.
 */
export function withCredit(question: KindQuestion, facts: ReferralFacts, stage: string): ReferralFacts {
	const { before, command, context, state } = question;
	const { shares, keptDays } = (context.contentOf?.("credit") ?? CREDIT.shipped) as Credit;
	if (stage !== WON) return { ...facts, ...NO_CREDIT, firstBy: firstOf(question, facts, keptDays) };
	const isWonNow = facts.credit === null && command.step === "outcome";
	const isCorrected = facts.credit !== null && facts.informedBy !== (before?.facts.informedBy ?? null);
	if (!isWonNow && !isCorrected) return facts;
	const firstBy = isWonNow ? firstOf(question, facts, keptDays) : facts.firstBy;
	const teller = context.actor.kind === "staff" ? context.actor.staffId : (before?.ownerId ?? facts.staffId);
	const closedBy = isWonNow ? teller : facts.closedBy;
	const points = pointsOf(shares, {
		recognised: firstBy ?? facts.staffId,
		informed: facts.informedBy,
		closed: closedBy,
	});
	const today =
		state.day?.status === "open" ? state.day.businessDay : businessDayAt(state.configuration.timeZone, context.now);
	const wonOn = isWonNow ? today : facts.wonOn;
	return { ...facts, firstBy, closedBy, wonOn, credit: JSON.stringify(Object.fromEntries(points)) };
}

/**
 * Who recognised the same customer in the first record that still counts, if there is one. What was found stays when that record
 * has left the branch, unless what leads to the customer has changed since.
 */
function firstOf({ command, context }: KindQuestion, { firstBy }: ReferralFacts, keptDays: number): string | null {
	const first = context.firstOfCustomer?.(keptDays * DAY_MS)?.facts.staffId;
	if (typeof first === "string") return first;
	const isTouched = [...(command.holds ?? []), ...(command.drops ?? [])].some((each) => LEADING.has(each));
	return isTouched ? null : firstBy;
}
