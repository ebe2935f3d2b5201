import { anyHolds } from "../../rules/holding.ts";
import type { HolderActor } from "../../schema/actor.ts";
import { ForecastView } from "../forecast/forecast-view.tsx";
import { FORECAST_PART, useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { BranchList } from "./branch-list.tsx";
import { BranchView } from "./branch-view.tsx";
import { ReportView } from "../report/report-view.tsx";

/** All branches, one of them, one day of one of them, or what it expects: as the address says. Who may not list them has the own one. */
export default function BranchesView() {
	const me = useMe();
	const [named, businessDay] = useAddress().rest;
	const branchId = named ?? (me.may("branches.read") ? undefined : ownBranch(me.session.actors));
	if (branchId === undefined) return <BranchList />;
	if (businessDay === FORECAST_PART) return <ForecastView branchId={branchId} />;
	if (businessDay === undefined) return <BranchView branchId={branchId} />;
	return <ReportView branchId={branchId} businessDay={businessDay} />;
}

/** The branch whose reports somebody of one branch may read. */
function ownBranch(actors: readonly HolderActor[]): string | undefined {
	for (const actor of actors) {
		if (actor.place.kind === "branch" && anyHolds([actor], "reports.read")) return actor.place.branchId;
	}
	return undefined;
}
