import { clockTime } from "../../client-kit/language/format.ts";
import { shownCode } from "../../client-kit/session/user-code.ts";
import { PURPOSE_WORD } from "../../client-kit/words/device-words.ts";
import type { PairingRequest } from "../../schema/people/device.ts";
import { Icon } from "../parts/icon.tsx";
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
		<section className="approve-request">
			<p>{t("approveCompare")}</p>
			<p className="approve-compare">{shownCode(request.userCode)}</p>
			<p className={request.sameNetwork ? "notice notice-within" : "notice notice-near"}>
				<Icon name={request.sameNetwork ? "check" : "alert"} />
				<span>{t(request.sameNetwork ? "pairingSameNetwork" : "pairingOtherNetwork")}</span>
			</p>
			<dl>
				<Fact name={t("approveWish")} value={t(PURPOSE_WORD[request.wish.purpose])} />
				<Fact name={t("pairingLabel")} value={request.label} />
				<Fact name={t("pairingNetwork")} value={request.network} />
				<Fact name={t("pairingAskedAt")} value={t("approveUntil", { from, to })} />
			</dl>
			<button type="button" className="quiet" onClick={onOtherCode}>
				{t("approveOtherCode")}
			</button>
		</section>
	);
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}
