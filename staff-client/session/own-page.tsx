import { type ReactNode, useMemo, useState } from "react";
import type { Role } from "../../schema/actor.ts";
import type { Hall } from "../hall/hall.ts";
import { type PageAddress, readAddress } from "../live/page-address.ts";
import { type LiveHall, useLiveHall } from "../live/use-live-hall.ts";
import { FullNotice } from "../parts/full-notice.tsx";
import { NotReady } from "../parts/not-ready.tsx";
import { useWords } from "../words/words.ts";
import { ChooseBranch } from "./choose-branch.tsx";
import { OwnSessionContext, useOwnSession } from "./own-session.ts";

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
	const { t } = useWords();
	const live = useLiveHall(props.address);
	const { own, covered } = useOwnSession(live.session?.credential === null);
	const { hall, staffId } = live;
	if (covered) return <FullNotice icon="lock" title={t("locking")} />;
	// Whoever may not see the hall any more does not keep what they saw last.
	if (hall === null || staffId === null || live.connection.status === "refused") return <NotReady live={live} />;
	return <OwnSessionContext value={own}>{props.page({ live, hall, staffId })}</OwnSessionContext>;
}
