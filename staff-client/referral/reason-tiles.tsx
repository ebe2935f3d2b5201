import { valueWord } from "../../client-kit/words/case/kind-words.ts";
import type { ReasonCode, ReasonGroup } from "../../schema/reason-code.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";

/** Which word stands for which kind of reason; a kind without a word does not compile. */
const GROUP_WORD = {
	"large-transaction": "groupLarge",
	opening: "groupOpening",
	"business-need": "groupNeed",
	appearance: "groupAppearance",
	information: "groupInformation",
} as const satisfies Record<ReasonGroup, string>;
const GROUPS = Object.keys(GROUP_WORD) as ReasonGroup[];

/** Why this customer, as tiles by kind: one press saves. */
export function ReasonTiles(props: {
	readonly reasons: readonly ReasonCode[];
	/** The reason on its way. */
	readonly sending: string | null;
	readonly onChoose: (reasonCode: string) => Promise<void>;
}) {
	const { t, name } = useWords();
	return (
		<section className="stack" aria-label={name(valueWord("referral", "reasonCode"))}>
			<h3>{t("referSave")}</h3>
			{GROUPS.map((group) => (
				<fieldset key={group} className="chips">
					<legend>{t(GROUP_WORD[group])}</legend>
					{props.reasons
						.filter((reason) => reason.group === group)
						.map((reason) => (
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
