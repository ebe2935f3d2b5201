import { useState } from "react";
import { Icon } from "../../react-kit/icon.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { keepFocus } from "../parts/keep-focus.ts";
import { AccountPanel } from "../session/account-panel.tsx";
import { useMine } from "../session/own-session.ts";
import { useWords } from "../words/words.ts";

/** My account, at the counter; nothing where a demo's token is used. */
export function AccountButton({ timeZone }: { readonly timeZone: string }) {
	const { t } = useWords();
	const own = useMine();
	const [open, setOpen] = useState(false);
	if (own === null) return null;
	return (
		<>
			<button
				type="button"
				className="quiet"
				onMouseDown={keepFocus}
				onClick={() => setOpen(true)}
				aria-label={t("account")}
			>
				<Icon name="person" />
			</button>
			{open && (
				<Dialog title={t("account")} onClose={() => setOpen(false)}>
					<AccountPanel own={own} timeZone={timeZone} />
				</Dialog>
			)}
		</>
	);
}
