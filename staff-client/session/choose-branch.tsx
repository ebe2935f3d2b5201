import { useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import { goToSignIn, signedInSession } from "../../client-kit/session/session.ts";
import { HEALTH } from "../../rules/routes/branch.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { FullNotice } from "../parts/full-notice.tsx";
import { NoBranch } from "../parts/no-branch.tsx";
import { useWords } from "../words/words.ts";
import { namesOf } from "./branch-names.ts";
import { ownBranches } from "./own-branches.ts";

type Choice = { readonly branchId: string; readonly name: Bilingual };
type Found = "asking" | "nobody" | "above" | readonly Choice[];

/** The address names no branch: the one the person works at, or a choice among several. */
export function ChooseBranch({ onChoose }: { readonly onChoose: (branchId: string) => void }) {
	const { t, name } = useWords();
	const [found, setFound] = useState<Found>("asking");
	useEffect(() => {
		let isCurrent = true;
		void find().then((next) => {
			if (!isCurrent) return;
			const only = typeof next === "string" ? undefined : next.length === 1 ? next[0] : undefined;
			if (only === undefined) setFound(next);
			else onChoose(only.branchId);
		});
		return () => {
			isCurrent = false;
		};
	}, [onChoose]);
	if (found === "asking") return <FullNotice icon="clock" title={t("askingSession")} />;
	if (found === "nobody") return <NoBranch />;
	if (found === "above") {
		return (
			<FullNotice icon="person" title={t("noOwnBranch")} text={t("noOwnBranchText")}>
				<a className="action" href="/console/">
					{t("consoleTitle")}
				</a>
			</FullNotice>
		);
	}
	return (
		<FullNotice icon="person" title={t("chooseBranchTitle")} text={t("chooseBranchText")}>
			<div className="stack">
				{found.map((branch) => (
					<ActionButton
						key={branch.branchId}
						label={
							<>
								{name(branch.name)}
								<small>{branch.branchId}</small>
							</>
						}
						onPress={() => onChoose(branch.branchId)}
					/>
				))}
			</div>
		</FullNotice>
	);
}

async function find(): Promise<Found> {
	const session = await signedInSession();
	if (!session.ok) {
		const health = await call(HEALTH, {}, null);
		if (health.ok && !health.value.demo) goToSignIn();
		return health.ok && !health.value.demo ? "asking" : "nobody";
	}
	const branchIds = ownBranches(session.value.actors);
	if (branchIds === null || branchIds.length === 0) return "above";
	const names = branchIds.length === 1 ? new Map<string, Bilingual>() : await namesOf();
	return branchIds.map((branchId) => ({ branchId, name: names.get(branchId) ?? { zh: branchId, en: branchId } }));
}
