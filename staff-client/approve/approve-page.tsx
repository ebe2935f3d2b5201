import { useState } from "react";
import { readAddress } from "../live/page-address.ts";
import { FullNotice } from "../parts/full-notice.tsx";
import { useWords } from "../words/words.ts";
import { ApproveAtBranch } from "./approve-at-branch.tsx";
import { ChooseBranch } from "./choose-branch.tsx";
import { useEntry } from "./use-entry.ts";

/** Lets a new device in: the code comes behind the `#`, from the QR code on its screen, or is typed. */
export function ApprovePage() {
	const { t, locale } = useWords();
	const [address] = useState(() => readAddress(location.search, "lobby-manager"));
	const [chosen, setChosen] = useState<string | null>(null);
	const [moving, setMoving] = useState(false);
	const entry = useEntry(address, chosen, moving);
	switch (entry.kind) {
		case "entering":
			return <FullNotice icon="clock" title={t("approveEntering")} />;
		case "refused":
			return (
				<FullNotice
					icon="lock"
					title={t("refusedTitle")}
					text={locale === "zh" ? entry.problem.title : entry.problem.titleEn}
				>
					<button type="button" className="button-like" onClick={() => location.reload()}>
						{t("reload")}
					</button>
				</FullNotice>
			);
		case "where":
			return (
				<ChooseBranch
					choices={entry.choices}
					onChoose={(branchId) => {
						setChosen(branchId);
						setMoving(false);
					}}
				/>
			);
		case "in":
			return (
				<ApproveAtBranch
					key={entry.branchId}
					branchId={entry.branchId}
					credential={entry.credential}
					onMove={entry.mayMove ? () => setMoving(true) : null}
				/>
			);
		default:
			return entry satisfies never;
	}
}
