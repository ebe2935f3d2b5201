import { clockTime } from "../../client-kit/language/format.ts";
import { shownCode } from "../../client-kit/session/user-code.ts";
import { PURPOSE_WORD } from "../../client-kit/words/device-words.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { PairingRequest } from "../../schema/people/device.ts";
import { Facts } from "../parts/facts.tsx";
import { useWords } from "../words/words.ts";

/** What asks to be let in, since when and from where; first of all the code to compare. */
export function RequestFacts({
	request,
	onOtherCode,
}: {
	readonly request: PairingRequest;
	readonly onOtherCode: () => void;
}) {
	const { t } = useWords();
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	const [from, to] = [clockTime(request.askedAt, timeZone), clockTime(request.expiresAt, timeZone)];
	return (
		<section className="card stack">
			<p>{t("approveCompare")}</p>
			<p className="figure link">{shownCode(request.userCode)}</p>
			<p className={request.sameNetwork ? "notice within" : "notice near"}>
				<Icon name={request.sameNetwork ? "check" : "alert"} />
				<span className="grow">{t(request.sameNetwork ? "pairingSameNetwork" : "pairingOtherNetwork")}</span>
			</p>
			<Facts
				rows={[
					{ label: t("approveWish"), value: t(PURPOSE_WORD[request.wish.purpose]) },
					{ label: t("pairingLabel"), value: request.label },
					{ label: t("pairingNetwork"), value: request.network },
					{ label: t("pairingAskedAt"), value: t("approveUntil", { from, to }) },
				]}
			/>
			<button type="button" className="quiet link" onClick={onOtherCode}>
				{t("approveOtherCode")}
			</button>
		</section>
	);
}
