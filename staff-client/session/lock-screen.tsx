import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { coverPage } from "../../client-kit/page/cover-page.ts";
import { type PageLock, setPageLock } from "../../client-kit/session/page-lock.ts";
import { SignInFrame } from "../sign-in/sign-in-frame.tsx";
import { Unlock } from "../sign-in/unlock.tsx";
import { useWords } from "../words/words.ts";
import type { OwnSession } from "./own-session.ts";

type Props = { readonly own: OwnSession | null; readonly lock: Exclude<PageLock, "open"> };

/** Covers the page until the PIN opens it again; what was on it, typed text included, is then there as before. */
export function LockScreen({ own, lock }: Props) {
	const { t } = useWords();
	const ref = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => (ref.current === null ? undefined : coverPage(ref.current)), []);
	const settled = async (unlocked: boolean) => {
		if (unlocked) setPageLock("open");
		await own?.refresh();
	};
	return createPortal(
		<dialog ref={ref} tabIndex={-1} className="cover" aria-label={t("locked")}>
			{own === null || lock === "locking" ? (
				<SignInFrame icon="lock" title={t("locking")} text={t("lockingText")} />
			) : (
				<Unlock info={own.info} onSettled={settled} />
			)}
		</dialog>,
		document.body,
	);
}
