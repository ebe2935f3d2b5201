import { addressTo, CREDIT_PART, FORECAST_PART, lastListOf, POLICY_PART, QUOTES_PART } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { ReportList } from "../report/report-list.tsx";
import { useWords } from "../words/words.ts";
import { BranchStatus } from "./branch-status.tsx";
import { ownBranch } from "./own-branch.ts";

/** One branch: what goes on there now, and its days. */
export function BranchView({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	const me = useMe();
	const nodeName = useNodeName();
	return (
		<>
			<ViewHead
				title={nodeName(branchId)}
				text={branchId}
				back={ownBranch(me.session.actors) === null ? <a href={lastListOf("branches")}>{t("back")}</a> : undefined}
			>
				{me.may("reports.read", branchId) && (
					<a href={addressTo(["branches", branchId, FORECAST_PART])}>{t("forecast")}</a>
				)}
				{me.may("reports.read", branchId) && <a href={addressTo(["branches", branchId, QUOTES_PART])}>{t("quotes")}</a>}
				{me.may("reports.read", branchId) && me.may("configuration.read", branchId) && (
					<a href={addressTo(["branches", branchId, POLICY_PART])}>{t("policyTrial")}</a>
				)}
				{me.may("device.read", branchId) && <a href={addressTo(["devices"], { branch: branchId })}>{t("toDevices")}</a>}
				{(me.may("referral.create", branchId) || me.may("privacy.export", branchId)) && (
					<a href={addressTo(["referrals"], { node: branchId })}>{t("referrals")}</a>
				)}
				{me.may("credit.read", branchId) && <a href={addressTo(["branches", branchId, CREDIT_PART])}>{t("credit")}</a>}
				{me.may("audit.read", branchId) && <a href={addressTo(["ledger"], { node: branchId })}>{t("toLedger")}</a>}
			</ViewHead>
			<BranchStatus branchId={branchId} />
			<ReportList branchId={branchId} />
		</>
	);
}
