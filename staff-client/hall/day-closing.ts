import type { Hall, HallTicket } from "./hall.ts";

/** What closing the day now would cost. */
export type ClosingCost = {
	readonly waiting: number;
	/** Called or served. */
	readonly atCounters: number;
	readonly held: number;
	/** Until closing time; 0 after it. */
	readonly leftMs: number;
};

export function closingCost({ branch, tickets }: Pick<Hall, "branch" | "tickets">, now: number): ClosingCost {
	const count = (...statuses: HallTicket["status"][]) =>
		[...tickets.values()].filter((ticket) => statuses.includes(ticket.status)).length;
	return {
		waiting: count("waiting"),
		atCounters: count("called", "serving"),
		held: count("held"),
		leftMs: Math.max(0, (branch.closesAt ?? now) - now),
	};
}

/** Whether what somebody typed is the branch's name, in either language and however it is spaced. */
export function isNameOf({ name }: Hall["branch"], typed: string): boolean {
	const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
	return plain(typed) !== "" && [name.zh, name.en].some((each) => plain(each) === plain(typed));
}

/** Whether this person may still take back how the day was closed. */
export function mayReopen(
	{ closing }: Pick<Hall, "closing">,
	staffId: string,
	overseesDay: boolean,
	now: number,
): boolean {
	return closing !== null && now <= closing.reopenBy && (overseesDay || closing.by === staffId);
}
