import { type ReactNode, useMemo, useState } from "react";
import type { Role } from "../../schema/actor.ts";
import type { Hall } from "../hall/hall.ts";
import { type PageAddress, readAddress } from "../live/page-address.ts";
import { useLastKnown } from "../live/use-last-known.ts";
import { type LiveHall, useLiveHall } from "../live/use-live-hall.ts";
import { NotReady } from "../parts/not-ready.tsx";
import { ChooseBranch } from "./choose-branch.tsx";
import { Lockable } from "./lockable.tsx";

/** What a page of a branch is drawn from, once there is something to draw. */
export type AtBranch = { readonly live: LiveHall; readonly hall: Hall; readonly staffId: string };

/** Finds out who looks and at which branch, and draws the page for as long as they may see it. */
export function OwnPage(props: {
	/** As whom the demo lets somebody in whose address names no role. */
	readonly defaultRole: Role;
	readonly page: (at: AtBranch) => ReactNode;
}) {
	const [address] = useState(() => readAddress(location.search, props.defaultRole));
	const [chosen, setChosen] = useState<string | null>(null);
	const branchId = address.branchId ?? chosen;
	const there = useMemo(() => (branchId === null ? null : { ...address, branchId }), [address, branchId]);
	return there === null ? <ChooseBranch onChoose={setChosen} /> : <PageAt address={there} page={props.page} />;
}

function PageAt(props: {
	readonly address: PageAddress & { readonly branchId: string };
	readonly page: (at: AtBranch) => ReactNode;
}) {
	const live = useLiveHall(props.address);
	useLastKnown(live);
	const { hall, staffId, connection } = live;
	const hasSession = live.session?.credential === null;
	const isLockedOut = connection.status === "refused" && connection.reason === "session-locked";
	// Whoever may not see the hall any more does not keep what they saw last; one that is locked is only covered.
	const isOver = connection.status === "refused" && !isLockedOut;
	return (
		<Lockable hasSession={hasSession} isLockedOut={isLockedOut}>
			{hall === null || staffId === null || isOver ? (
				<NotReady live={live} branchId={props.address.branchId} />
			) : (
				props.page({ live, hall, staffId })
			)}
		</Lockable>
	);
}
