import { useState } from "react";
import { readAddress } from "../live/page-address.ts";
import { DeniedNotice } from "../parts/denied-notice.tsx";
import { FullNotice } from "../parts/full-notice.tsx";
import { Lockable } from "../session/lockable.tsx";
import { useWords } from "../words/words.ts";
import { ApproveAtBranch } from "./approve-at-branch.tsx";
import { ChooseBranch } from "./choose-branch.tsx";
import { type Entry, useEntry } from "./use-entry.ts";

/** Lets a new device in: the code comes behind the `#`, from the QR code on its screen, or is typed. */
export function ApprovePage() {
	const [address] = useState(() => readAddress(location.search, "lobby-manager"));
	const [chosen, setChosen] = useState<string | null>(null);
	const [moving, setMoving] = useState(false);
	const entry = useEntry(address, chosen, moving);
	const choose = (branchId: string) => {
		setChosen(branchId);
		setMoving(false);
	};
	return (
		<Lockable hasSession={entry.kind === "in" && entry.credential === null}>
			<Entered entry={entry} onChoose={choose} onMove={() => setMoving(true)} />
		</Lockable>
	);
}

function Entered(props: {
	readonly entry: Entry;
	readonly onChoose: (branchId: string) => void;
	readonly onMove: () => void;
}) {
	const { entry } = props;
	const { t, locale } = useWords();
	switch (entry.kind) {
		case "entering":
			return <FullNotice icon="clock" title={t("findingOutWho")} />;
		case "refused":
			return (
				<FullNotice
					icon="lock"
					title={t("refusedTitle")}
					text={locale === "zh" ? entry.problem.title : entry.problem.titleEn}
				>
					<button type="button" className="action" onClick={() => location.reload()}>
						{t("reload")}
					</button>
				</FullNotice>
			);
		case "denied":
			return <DeniedNotice right="device.approve" />;
		case "where":
			return <ChooseBranch choices={entry.choices} onChoose={props.onChoose} />;
		case "in":
			return (
				<ApproveAtBranch
					key={entry.branchId}
					branchId={entry.branchId}
					credential={entry.credential}
					onMove={entry.mayMove ? props.onMove : null}
				/>
			);
		default:
			return entry satisfies never;
	}
}
