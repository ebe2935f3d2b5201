import { ForecastView } from "../forecast/forecast-view.tsx";
import { CREDIT_PART, FORECAST_PART, POLICY_PART, QUOTES_PART, useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { laterView } from "../parts/later-view.tsx";
import { QuotesView } from "../quotes/quotes-view.tsx";
import { ReportView } from "../report/report-view.tsx";
import { BranchList } from "./branch-list.tsx";
import { BranchView } from "./branch-view.tsx";
import { ownBranch } from "./own-branch.ts";

const CreditView = laterView(() => import("../credit/credit-view.tsx"));
const PolicyView = laterView(() => import("../policy/policy-view.tsx"));

/** All branches, one of them, one day of one of them, what it expects, how true its waits were, whose referrals were won, or what another policy would do: as the address says. Whoever answers for one branch begins there. */
export default function BranchesView() {
	const me = useMe();
	const [named, businessDay] = useAddress().rest;
	const branchId = named ?? ownBranch(me.session.actors);
	if (branchId === null) return <BranchList />;
	if (businessDay === FORECAST_PART) return <ForecastView branchId={branchId} />;
	if (businessDay === POLICY_PART) return <PolicyView branchId={branchId} />;
	if (businessDay === QUOTES_PART) return <QuotesView branchId={branchId} />;
	if (businessDay === CREDIT_PART) return <CreditView branchId={branchId} />;
	if (businessDay === undefined) return <BranchView branchId={branchId} />;
	return <ReportView branchId={branchId} businessDay={businessDay} />;
}
