import type { ticketGate } from "../../client-kit/customer/ticket-gate.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { May } from "../../rules/holding.ts";
import { ActionButton } from "../parts/action-button.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { useWords } from "../words/words.ts";

/** The buttons at the phone's foot, within reach of the thumb: a number, a record of a customer, help, and the rest. */
export function PhoneActions({
	gate,
	may,
	onOpen,
}: {
	readonly gate: ReturnType<typeof ticketGate>;
	readonly may: May;
	readonly onOpen: (sheet: OpenSheet) => void;
}) {
	const { t } = useWords();
	return (
		<div className="line phone-actions">
			{may("ticket.issue") && (
				<ActionButton
					tone="primary"
					label={
						<>
							{t("issue")}
							{gate !== "open" && <small>{t(gate === "closed" ? "issueDayClosed" : "issueAfterLast")}</small>}
						</>
					}
					disabled={gate !== "open"}
					onPress={() => onOpen({ kind: "issue" })}
				/>
			)}
			{may("referral.create") && (
				<ActionButton label={t("refer")} onPress={() => onOpen({ kind: "refer", ticketId: null })} />
			)}
			{may("alert.raise") && <ActionButton label={t("askForHelp")} onPress={() => onOpen({ kind: "help" })} />}
			<ActionButton
				label={
					<>
						<Icon name="more" />
						<span className="unseen">{t("more")}</span>
					</>
				}
				onPress={() => onOpen({ kind: "more" })}
			/>
		</div>
	);
}
