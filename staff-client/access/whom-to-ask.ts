import type { RefusalReason } from "../../client-kit/connection.ts";
import type { Right } from "./grants.ts";

/** Those who can give a right to somebody who misses it. */
export type Helper = "branch-head" | "human-resources";

/** Roles within a branch are given by its head; those above it, and a place elsewhere, by human resources. */
const HELPERS: Readonly<Record<Right, Helper>> = {
	"day.close": "branch-head",
	"ticket.classify": "branch-head",
	"device.approve": "branch-head",
	"customer.recognise": "branch-head",
	"referral.create": "branch-head",
	"referral.read": "branch-head",
	"referral.show": "branch-head",
	"referral.change": "branch-head",
	"referral.sign": "branch-head",
	"live.staff": "branch-head",
};

/** Whom to ask after a refusal; null when nobody's permission would help. */
export function whomToAsk(reason: RefusalReason, right: Right): Helper | null {
	if (reason === "wrong-place") return "human-resources";
	return reason === "not-permitted" ? HELPERS[right] : null;
}
