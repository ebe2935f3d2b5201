import type { Role } from "../../../schema/actor.ts";
import type { HelpReason } from "../../../schema/hall/alert.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { AlertKindRow } from "./alert-kind.ts";

const MINUTE_MS = 60_000;
const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];
const LOBBY = ["lobby-manager", "stand-in"] as const satisfies readonly Role[];
const GREETERS = ["lobby-usher"] as const satisfies readonly Role[];

/** Whoever can answer first: hands are sent by the head, authorisation is given by the supervisor, a machine is mended by IT. */
const WHO_ANSWERS: Readonly<Record<HelpReason, readonly (readonly Role[])[]>> = {
	customer: [LOBBY, GREETERS, HEADS],
	language: [LOBBY, GREETERS, HEADS],
	other: [LOBBY, GREETERS, HEADS],
	queue: [HEADS, LOBBY, ["duty-supervisor"]],
	authorisation: [["duty-supervisor"], HEADS, LOBBY],
	device: [["it-support"], LOBBY, HEADS],
	/** Everybody who can do something about it, at once. */
	emergency: [[...LOBBY, ...HEADS, "duty-supervisor", "guard", ...GREETERS]],
};

/** Asked by what anybody in the hall can touch. */
export function isOfDevice({ raisedBy }: { readonly raisedBy: string }): boolean {
	return raisedBy === "kiosk";
}

/** The calls that kiosks show to whoever asked. */
export function helpOfKiosks({ alerts }: Pick<BranchState, "alerts">): AlertState[] {
	return [...alerts.values()].filter(isOfDevice);
}

/** Somebody asks for help without a word in the hall. */
export const HELP: AlertKindRow<HelpReason> = {
	letter: "h",
	tells: (reason) => WHO_ANSWERS[reason],
	above: HEADS,
	rings: () => true,
	isUrgent: (reason) => reason === "emergency",
	escalatesAfterMs: 2 * MINUTE_MS,
	openForMs: (alert) => (alert.reason === "emergency" || !isOfDevice(alert) ? 120 * MINUTE_MS : 30 * MINUTE_MS),
	acceptedForMs: 10 * MINUTE_MS,
};
