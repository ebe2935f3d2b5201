import { useAddress } from "../frame/address.ts";
import { ReferralList } from "./referral-list.tsx";
import { ReferralView } from "./referral-view.tsx";
import { useReferralBranch } from "./use-referral-branch.ts";

/** The records of a branch, or one of them: as the address says. */
export default function ReferralsView() {
	const [referralId] = useAddress().rest;
	const branchId = useReferralBranch();
	if (referralId !== undefined && branchId !== null) {
		return <ReferralView key={referralId} branchId={branchId} referralId={referralId} />;
	}
	return <ReferralList branchId={branchId} />;
}
