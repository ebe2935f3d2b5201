import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import { type LiveView, openLiveView } from "../../client-kit/live/live-view.ts";
import { whenPageOpen } from "../../client-kit/session/page-lock.ts";
import type { Session } from "../../client-kit/session/session.ts";
import { anyHolds, type May } from "../../rules/holding.ts";
import type { Right } from "../../rules/permission.ts";
import { covers } from "../../rules/place.ts";
import { done } from "../../rules/result.ts";
import type { Someone } from "../../rules/told.ts";
import type { HolderActor } from "../../schema/actor.ts";
import { type Hall, readHall } from "../hall/hall.ts";
import { type CaseNews, createCaseNews } from "./case-news.ts";
import { type PageAddress, tokenWanted } from "./page-address.ts";
import { createPageSession } from "./page-session.ts";
import { type BranchRules, useBranchRules } from "./use-branch-rules.ts";

/** Running times are shown in seconds. */
const TICK_MS = 1_000;

export type LiveHall = {
	/** Null until the first view; then the last one known, however old. */
	readonly hall: Hall | null;
	/** Branch time, epoch milliseconds; 0 before the first view. */
	readonly now: number;
	/** Null until signed in. */
	readonly session: Session | null;
	/** The staff id the session speaks for; null until signed in. */
	readonly staffId: string | null;
	/** Who looks, with every role held at this branch. */
	readonly me: Someone;
	/** What may be done at this branch. */
	readonly may: May;
	readonly connection: Connection;
	/** Branch time when the branch was last heard; 0 before. */
	readonly asOf: number;
	/** Why there is no session; null while there is one or it is being asked for. */
	readonly doorProblem: ClientProblem | null;
	readonly live: LiveView | null;
	readonly caseNews: CaseNews;
	readonly rules: BranchRules;
};

/** Keeps the staff view of a branch open while the page is there, and draws the page again each second. */
export function useLiveHall(address: PageAddress & { readonly branchId: string }): LiveHall {
	const { branchId } = address;
	const [, draw] = useReducer((count: number) => count + 1, 0);
	const [live, setLive] = useState<LiveView | null>(null);
	const [session, setSession] = useState<Session | null>(null);
	const [caseNews] = useState(createCaseNews);
	const [doorProblem, setDoorProblem] = useState<ClientProblem | null>(null);

	useEffect(() => {
		const obtain = createPageSession(tokenWanted(address));
		const credential = async (renew: boolean) => {
			// Locked, the page hears nothing: it comes back when it is open again.
			await whenPageOpen();
			const obtained = await obtain(renew);
			if (!obtained.ok) {
				setDoorProblem(obtained.problem);
				return obtained;
			}
			setDoorProblem(null);
			setSession(obtained.value);
			return done(obtained.value.credential);
		};
		const view = openLiveView({
			branchId: address.branchId,
			audience: "staff",
			credential,
			onChange: draw,
			onCase: caseNews.tell,
		});
		setLive(view);
		const timer = setInterval(draw, TICK_MS);
		return () => {
			clearInterval(timer);
			view.close();
		};
	}, [address, caseNews]);

	const collections = live?.state()?.collections ?? null;
	const hall = useMemo(() => (collections === null ? null : readHall(collections)), [collections]);
	const actors = useMemo(() => actorsOf(session, address), [session, address]);
	const mayHere = useCallback((right: Right) => anyHolds(actors, right, branchId), [actors, branchId]);
	const me = useMemo(() => someoneHere(actors, branchId, session?.holder ?? ""), [actors, branchId, session]);
	return {
		hall,
		now: live?.now() ?? 0,
		session,
		staffId: session?.holder ?? null,
		me,
		may: mayHere,
		connection: live?.connection() ?? { status: "connecting" },
		asOf: live?.asOf() ?? 0,
		doorProblem,
		live,
		caseNews,
		rules: useBranchRules(branchId, session, hall?.branch.businessDay ?? null),
	};
}

function someoneHere(actors: readonly HolderActor[], branchId: string, staffId: string): Someone {
	const roles = actors.flatMap((actor) =>
		actor.kind === "staff" && covers(actor.place, branchId) ? [actor.role] : [],
	);
	return { staffId, roles };
}

/** Who looks, in each of their roles; in the demo the one that the address says. */
function actorsOf(
	session: Session | null,
	address: PageAddress & { readonly branchId: string },
): readonly HolderActor[] {
	if (session === null) return [];
	if (session.actors.length > 0) return session.actors;
	const { role, branchId } = address;
	return [{ kind: "staff", staffId: session.holder, role, place: { kind: "branch", branchId } }];
}
