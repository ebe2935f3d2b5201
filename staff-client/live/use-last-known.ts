import { useEffect } from "react";
import { keepLastKnown } from "../../client-kit/page/last-known.ts";
import { counterStates } from "../hall/counter-state.ts";
import { waitingTickets } from "../hall/service-queues.ts";
import type { LiveHall } from "./use-live-hall.ts";

const KEEP_EVERY_MS = 10_000;

/** Keeps what this page may say of the hall when it is opened without a network. */
export function useLastKnown({ hall, connection, now }: LiveHall): void {
	const isLive = connection.status === "live";
	const turn = Math.floor(now / KEEP_EVERY_MS);
	// biome-ignore lint/correctness/useExhaustiveDependencies: of a hall in which nothing happens the time is kept all the same.
	useEffect(() => {
		if (hall === null || !isLive) return;
		const { branchId, name } = hall.branch;
		const open = counterStates(hall, now).filter(({ activity }) => activity !== "closed").length;
		const waiting = waitingTickets(hall).length;
		keepLastKnown({ of: branchId, atMs: Date.now(), hall: { name, waiting, open } });
	}, [hall, isLive, turn]);
}
