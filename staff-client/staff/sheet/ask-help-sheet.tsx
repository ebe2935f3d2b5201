import { ActionButton } from "../../parts/action-button.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { HELP_REASONS, HELP_WORD } from "../../words/labels.ts";
import { useWords } from "../../words/words.ts";

const SPOT = "ask-for-help";

/** Calls for help with one tap: on a reason. */
export function AskHelpSheet() {
	const { desk, onClose } = usePhone();
	const { t } = useWords();
	const label = (reason: string) => `${t("askForHelp")} ${reason}`;
	return (
		<Sheet title={t("askHelpTitle")} onClose={onClose}>
			<p className="soft">{t("askHelpText")}</p>
			<div className="stack tall">
				{HELP_REASONS.map((reason) => {
					const name = t(HELP_WORD[reason]);
					return (
						<ActionButton
							key={reason}
							tone={reason === "emergency" ? "danger" : "plain"}
							label={name}
							waiting={desk.underway.some((each) => each.spot === SPOT && each.label === label(name))}
							disabled={desk.isWaiting(SPOT)}
							onPress={async () => {
								const result = await desk.run(SPOT, label(name), { command: { type: "ask-for-help", reason } });
								if (result?.status === "done") onClose();
							}}
						/>
					);
				})}
			</div>
			<DeskNoticeLine desk={desk} spots={[SPOT]} />
		</Sheet>
	);
}
