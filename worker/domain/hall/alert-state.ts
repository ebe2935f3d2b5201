import type { Role } from "../../../schema/actor.ts";
import type {
	AlertKind,
	AlertReason,
	AlertWhere,
	HelpReason,
	PassReason,
	Told,
	Tried,
} from "../../../schema/hall/alert.ts";

/** Something one person should take now. It leaves when it is dealt with, or when nobody waits for it any more. */
export type AlertState = {
	readonly id: string;
	readonly kind: AlertKind;
	readonly reason: AlertReason;
	readonly where: AlertWhere | null;
	/** What tells a repeat from another alert of the kind. */
	readonly about: string;
	/** In words of the actor, and exactly. */
	readonly raisedBy: string;
	readonly sender: string;
	readonly raisedAt: number;
	/** When it was last raised or passed on. */
	readonly freshAt: number;
	readonly told: Told;
	/** How many steps of its kind's order have been told. */
	readonly step: number;
	readonly acceptedBy: string | null;
	readonly acceptedAt: number | null;
	readonly passedOn: { readonly by: string; readonly reason: PassReason } | null;
	readonly escalatesAt: number | null;
	readonly escalatedAt: number | null;
	/** Who was not rung, or did not come; only where one person after the other is told. */
	readonly tried?: readonly Tried[] | undefined;
};

/** Whom every call for help was for before its reason said so. */
const HELP_WAS_FOR: readonly Role[] = [
	"branch-head",
	"deputy-head",
	"lobby-manager",
	"stand-in",
	"lobby-usher",
	"duty-supervisor",
	"it-support",
	"guard",
];

/** A call for help as snapshots kept it before there were alerts. */
export type HelpOfBefore = {
	readonly id: string;
	readonly reason: HelpReason;
	readonly counterId: string | null;
	readonly askedBy: string;
	readonly askedAt: number;
	readonly acceptedBy: string | null;
	readonly acceptedAt: number | null;
	readonly sender?: string;
	readonly repeatedAt?: number;
};

/** The alert that a call for help of before is: every phone was told, and it escalated to nobody. */
export function alertOfHelp(help: HelpOfBefore): AlertState {
	const { id, reason, counterId, askedBy, askedAt, acceptedBy, acceptedAt, sender = askedBy } = help;
	return {
		...{ id, kind: "help", reason, where: counterId === null ? null : { kind: "counter", counterId } },
		...{ about: sender, raisedBy: askedBy, sender, raisedAt: askedAt, freshAt: help.repeatedAt ?? askedAt },
		...{ told: { roles: [...HELP_WAS_FOR], persons: [] }, step: Number.MAX_SAFE_INTEGER },
		...{ acceptedBy, acceptedAt, passedOn: null, escalatesAt: null, escalatedAt: null },
	};
}
