import type { ReasonGroup } from "../../schema/reason-code.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import { GROUP_WORD, reasonsOf } from "./referral-labels.ts";

const GROUPS = Object.keys(GROUP_WORD) as ReasonGroup[];

/** Why this customer, as tiles by kind: one press saves. */
export function ReasonTiles(props: {
	/** The reason on its way. */
	readonly sending: string | null;
	readonly onChoose: (reasonCode: string) => Promise<void>;
}) {
	const { t, name } = useWords();
	return (
		<section className="reasons" aria-label={t("referralReason")}>
			<h3>{t("referSave")}</h3>
			{GROUPS.map((group) => (
				<fieldset key={group} className="chips">
					<legend>{t(GROUP_WORD[group])}</legend>
					{reasonsOf(group).map((reason) => (
						<ActionButton
							key={reason.id}
							label={name(reason.name)}
							waiting={props.sending === reason.id}
							disabled={props.sending !== null}
							onPress={() => void props.onChoose(reason.id)}
						/>
					))}
				</fieldset>
			))}
		</section>
	);
}
