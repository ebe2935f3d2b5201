import type { Position } from "../../schema/hall/view.ts";

/** After this long a place in line is no longer news. */
export const POSITION_TIMEOUT_MS = 6_000;

export type PositionRequests = {
	/** Asks for a ticket's place; a customer's own when no ticket is named. Null when no answer came. */
	ask(ticketId?: string): Promise<Position | null>;
	answered(position: Position): void;
	/** The socket is gone, or the branch could not answer. */
	abandon(): void;
};

type Asked = { readonly ticketId: string | undefined; readonly settle: (position: Position | null) => void };

/** Questions for places in line that are under way on the socket. */
export function createPositionRequests(say: (ticketId: string | undefined) => boolean): PositionRequests {
	const asked = new Set<Asked>();
	return {
		ask: (ticketId) =>
			new Promise((resolve) => {
				const settle = (position: Position | null) => {
					clearTimeout(timer);
					asked.delete(entry);
					resolve(position);
				};
				const entry: Asked = { ticketId, settle };
				const timer = setTimeout(() => settle(null), POSITION_TIMEOUT_MS);
				asked.add(entry);
				if (!say(ticketId)) settle(null);
			}),
		answered: (position) => {
			for (const entry of asked)
				if (entry.ticketId === undefined || entry.ticketId === position.ticketId) entry.settle(position);
		},
		abandon: () => {
			for (const entry of asked) entry.settle(null);
		},
	};
}
