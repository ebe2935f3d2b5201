import type { HelpCall } from "../../schema/view.ts";
import type { Hall } from "./hall.ts";

/** Help calls that nobody has accepted yet, emergencies first, then the longest waiting. */
export function openHelpCalls(hall: Hall): HelpCall[] {
	return [...hall.helps.values()]
		.filter((help) => help.acceptedAt === null)
		.sort(
			(one, other) =>
				Number(other.reason === "emergency") - Number(one.reason === "emergency") || one.askedAt - other.askedAt,
		);
}

/** The help call a counter is still waiting for, and the latest one that was answered within `recentMs`. */
export function helpOfCounter(hall: Hall, counterId: string, now: number, recentMs: number): HelpCall | null {
	const own = [...hall.helps.values()].filter((help) => help.counterId === counterId);
	const open = own.find((help) => help.acceptedAt === null);
	if (open) return open;
	const answered = own.filter((help) => help.acceptedAt !== null && now - help.acceptedAt < recentMs);
	return answered.sort((one, other) => other.askedAt - one.askedAt)[0] ?? null;
}
