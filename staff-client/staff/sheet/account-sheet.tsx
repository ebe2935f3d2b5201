import { Sheet } from "../../parts/sheet.tsx";
import { AccountPanel } from "../../session/account-panel.tsx";
import { useMine } from "../../session/own-session.ts";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

/** The sheet of the account of whoever is signed in: roles, PIN, sessions, locking and signing out. */
export function AccountSheet() {
	const { hall, onClose } = usePhone();
	const { t } = useWords();
	const own = useMine();
	return (
		<Sheet title={t("account")} onClose={onClose}>
			{own !== null && <AccountPanel own={own} timeZone={hall.branch.timeZone} />}
		</Sheet>
	);
}
