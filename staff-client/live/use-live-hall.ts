import { useEffect, useMemo, useReducer, useState } from "react";
import type { ClientProblem } from "../../client-kit/client-problem.ts";
import type { Connection } from "../../client-kit/connection.ts";
import { type LiveView, openLiveView } from "../../client-kit/live-view.ts";
import { obtainSession } from "../../client-kit/session.ts";
import type { DemoTokenBody } from "../../schema/demo.ts";
import { type Hall, readHall } from "../hall/hall.ts";
import { useReturnGrace } from "./use-return-grace.ts";

/** Running times are shown in seconds. */
const TICK_MS = 1_000;

export type LiveHall = {
	/** Null until the first view; then the last one known, however old. */
	readonly hall: Hall | null;
	/** Branch time, epoch milliseconds; 0 before the first view. */
	readonly now: number;
	/** The staff id the session speaks for; null until signed in. */
	readonly staffId: string | null;
	readonly connection: Connection;
	/** Branch time when the branch was last heard; 0 before. */
	readonly asOf: number;
	/** Why there is no session; null while there is one or it is being asked for. */
	readonly doorProblem: ClientProblem | null;
	readonly live: LiveView | null;
	/** How long after a no-show a customer may return, milliseconds; null: not known. */
	readonly returnGraceMs: number | null;
};

/** Keeps the staff view of a branch open while the page is there, and draws the page again each second. */
export function useLiveHall(branchId: string, wanted: DemoTokenBody): LiveHall {
	const [, draw] = useReducer((count: number) => count + 1, 0);
	const [live, setLive] = useState<LiveView | null>(null);
	const [staffId, setStaffId] = useState<string | null>(null);
	const [doorProblem, setDoorProblem] = useState<ClientProblem | null>(null);
	const wantedText = JSON.stringify(wanted);

	useEffect(() => {
		const credential = async (renew: boolean) => {
			const session = await obtainSession(JSON.parse(wantedText) as DemoTokenBody, { renew });
			if ("problem" in session) {
				setDoorProblem(session.problem);
				return session;
			}
			setDoorProblem(null);
			setStaffId(session.holder);
			return session.credential;
		};
		const view = openLiveView({ branchId, audience: "staff", credential, onChange: draw });
		setLive(view);
		const timer = setInterval(draw, TICK_MS);
		return () => {
			clearInterval(timer);
			view.close();
		};
	}, [branchId, wantedText]);

	const collections = live?.state()?.collections ?? null;
	const hall = useMemo(() => (collections === null ? null : readHall(collections)), [collections]);
	return {
		hall,
		now: live?.now() ?? 0,
		staffId,
		connection: live?.connection() ?? { status: "connecting" },
		asOf: live?.asOf() ?? 0,
		doorProblem,
		live,
		returnGraceMs: useReturnGrace(branchId, wanted, hall?.branch.businessDay ?? null),
	};
}
