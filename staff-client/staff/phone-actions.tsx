import type { May } from "../../client-kit/access/may.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";
import type { OpenSheet } from "./phone-sheet.tsx";

/** The hand's work, within thumb reach. */
export function PhoneActions({ may, onOpen }: { readonly may: May; readonly onOpen: (sheet: OpenSheet) => void }) {
	const { t } = useWords();
	return (
		<div className="phone-actions">
			{may("ticket.issue") && (
				<ActionButton
					tone="primary"
					className="phone-issue"
					label={t("issue")}
					onPress={() => onOpen({ kind: "issue" })}
				/>
			)}
			{may("referral.create") && (
				<ActionButton label={t("refer")} onPress={() => onOpen({ kind: "refer", ticketId: null })} />
			)}
			{may("help.ask") && <ActionButton label={t("askForHelp")} onPress={() => onOpen({ kind: "help" })} />}
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
