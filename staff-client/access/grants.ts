import type { Role } from "../../schema/actor.ts";
import type { Permission } from "../../schema/permission.ts";

const HEADS = ["branch-head", "deputy-head"] as const;
const LOBBY = ["lobby-manager", "stand-in"] as const;
const ADVISERS = ["relationship-manager", "marketing-manager"] as const;
const HALL = [...HEADS, ...LOBBY, "closed-teller", "open-teller", ...ADVISERS, "lobby-usher"] as const;

/**
 * Which roles hold the rights that the staff pages offer something for, so that they offer nothing that would be
 * refused. It decides nothing: the server does, by the table that a test compares this one with.
 */
export const GRANTED = {
	"day.close": [...HEADS, ...LOBBY],
	"ticket.classify": [...HEADS, ...LOBBY, "lobby-usher", "relationship-manager"],
	"device.approve": [...HEADS, ...LOBBY, "it-support"],
	"customer.recognise": HALL,
	"referral.create": HALL,
	"referral.read": [...HALL, "retail-department", "auditor"],
	"referral.show": [...HEADS, ...LOBBY, ...ADVISERS],
	"referral.change": [...HEADS, ...LOBBY, ...ADVISERS],
	"referral.sign": ADVISERS,
	"live.staff": [...HALL, "duty-supervisor", "back-office", "it-support", "guard"],
} as const satisfies { readonly [Name in Permission]?: readonly Role[] };

export type Right = keyof typeof GRANTED;

/** Whether somebody at this branch in these roles may do something. */
export type May = (right: Right) => boolean;

/** What people who hold these roles may do. */
export function mayIn(roles: readonly Role[]): May {
	return (right) => roles.some((role) => (GRANTED[right] as readonly Role[]).includes(role));
}
