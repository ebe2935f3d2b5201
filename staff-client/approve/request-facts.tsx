import { clockTime } from "../../client-kit/format.ts";
import type { PairingRequest } from "../../schema/device.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";
import { PURPOSE_WORD } from "./draft.ts";
import { shownCode } from "./user-code.ts";

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
				<span>{t(request.sameNetwork ? "approveSameNetwork" : "approveOtherNetwork")}</span>
			</p>
			<dl>
				<Fact name={t("approveWish")} value={t(PURPOSE_WORD[request.wish.purpose])} />
				<Fact name={t("approveLabel")} value={request.label} />
				<Fact name={t("approveNetwork")} value={request.network} />
				<Fact name={t("approveAsked")} value={t("approveUntil", { from, to })} />
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
