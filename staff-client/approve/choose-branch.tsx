import { useState } from "react";
import type { Bilingual } from "../../schema/ids.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import { ApproveFrame } from "./approve-frame.tsx";

/** Where the device is: one of the person's branches, or one that is named. */
export function ChooseBranch({
	choices,
	onChoose,
}: {
	readonly choices: readonly { readonly branchId: string; readonly name: Bilingual | null }[] | null;
	readonly onChoose: (branchId: string) => void;
}) {
	const { t, name } = useWords();
	const [typed, setTyped] = useState("");
	return (
		<ApproveFrame where={null}>
			<h2>{t("approveWhere")}</h2>
			<p className="soft">{t("approveWhereText")}</p>
			{choices === null ? (
				<form
					className="stack"
					onSubmit={(event) => {
						event.preventDefault();
						if (typed.trim() !== "") onChoose(typed.trim());
					}}
				>
					<label className="field">
						<span>{t("approveWhereId")}</span>
						<input value={typed} onChange={(event) => setTyped(event.target.value)} autoCapitalize="none" />
					</label>
					<button type="submit" className="action">
						{t("approveWhereNext")}
					</button>
				</form>
			) : (
				<div className="stack tall">
					{choices.map((choice) => (
						<ActionButton
							key={choice.branchId}
							label={choice.name === null ? choice.branchId : name(choice.name)}
							onPress={() => onChoose(choice.branchId)}
						/>
					))}
				</div>
			)}
		</ApproveFrame>
	);
}
