import { addressTo } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { FirstDevices } from "./first-devices.tsx";
import { FirstPeople } from "./first-people.tsx";

/** What a founded branch still needs before its doors open: people, and devices. */
export function BranchStart({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	const nodeName = useNodeName();
	return (
		<>
			<ViewHead
				title={t("newBranchStart", { branch: nodeName(branchId) })}
				text={t("newBranchStartText")}
				back={<a href={addressTo(["branches", branchId])}>{t("newBranchSee")}</a>}
			/>
			<FirstPeople branchId={branchId} />
			<FirstDevices branchId={branchId} />
		</>
	);
}
