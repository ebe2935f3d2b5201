import { lastKnown } from "../../client-kit/page/last-known.ts";
import { lastKnownWords } from "../../client-kit/words/network-words.ts";
import { useWords } from "../words/words.ts";
import { FullNotice } from "./full-notice.tsx";

/** The page opened without a network: when the hall was last heard and how it was; it goes on by itself. */
export function NoNetwork({ branchId }: { readonly branchId: string }) {
	const { t, locale } = useWords();
	const known = lastKnown(branchId);
	const hall = known?.hall;
	return (
		<FullNotice
			icon="cut"
			title={t("noNetwork")}
			text={lastKnownWords(known, Date.now(), locale)}
			more={
				<>
					{hall !== undefined && (
						<p className="card strong" role="status">
							{t("lastHall", { name: hall.name[locale], waiting: hall.waiting, open: hall.open })}
						</p>
					)}
					<p className="soft">{t("noNetworkHint")}</p>
				</>
			}
		/>
	);
}
