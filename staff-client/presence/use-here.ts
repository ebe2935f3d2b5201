import { useEffect, useMemo } from "react";
import type { Credential } from "../../client-kit/call/credential.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import { readAnew } from "../../react-kit/data/read-anew.ts";
import type { May } from "../../rules/holding.ts";
import { WHO_IS_HERE } from "../../rules/routes/case.ts";
import type { Hall } from "../hall/hall.ts";
import { type CaseNews, useCaseNews } from "../live/case-news.ts";
import { useReading } from "../live/use-reading.ts";

/** News comes by the live connection; this is for what was missed. */
const READ_EVERY_MS = 300_000;

const readAgain = () => void readAnew(WHO_IS_HERE.name);

export type Here = {
	/** The hall with the customers who wait for a manager, as far as this person may know of them. */
	readonly hall: Hall;
	/** Whose phone was heard of lately; null: not known yet. */
	readonly reachable: ReadonlySet<string> | null;
};

/** Who is here, read again at each news of an offer and whenever the connection that brings them is back. */
export function useHere(at: {
	readonly hall: Hall;
	readonly credential: Credential | null;
	readonly may: May;
	readonly news: CaseNews;
	readonly connection: Connection;
}): Here {
	const { hall, news, credential } = at;
	const { branchId } = hall.branch;
	const isLive = at.connection.status === "live";
	const enabled = at.may("presence.set");
	const { data } = useReading(WHO_IS_HERE, { params: { branchId } }, credential, { enabled, everyMs: READ_EVERY_MS });
	useEffect(() => {
		if (isLive) readAgain();
	}, [isLive]);
	useCaseNews(news, (frame) => {
		if (frame.news === "offered") readAgain();
	});
	return useMemo(() => {
		const { offers = [], reachable } = data ?? {};
		const alerts = new Map([...hall.alerts, ...offers.map((offer) => [offer.id, offer] as const)]);
		const all = offers.length === 0 ? hall : { ...hall, alerts };
		return { hall: all, reachable: reachable === undefined ? null : new Set(reachable) };
	}, [hall, data]);
}
