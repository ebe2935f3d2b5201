import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";
import type { Referrals } from "./use-referrals.ts";

/** Records that wait for the network, and one that was not taken: none is lost unseen. */
export function PendingReferrals(props: { readonly referrals: Referrals; readonly onReopen: () => void }) {
	const { t, locale } = useWords();
	const { waiting, refused } = props.referrals;
	return (
		<>
			{waiting > 0 && (
				<div className="notice notice-near" role="status">
					<Icon name="clock" />
					<span>{t("referPending", { count: waiting })}</span>
				</div>
			)}
			{refused !== null && (
				<div className="notice notice-over" role="alert">
					<Icon name="alert" />
					<span>{t("referRefused", { why: locale === "zh" ? refused.problem.title : refused.problem.titleEn })}</span>
					<button type="button" className="notice-dismiss" onClick={props.onReopen}>
						{t("referReopen")}
					</button>
					<button type="button" className="notice-dismiss" onClick={props.referrals.forgetRefused}>
						{t("referDiscard")}
					</button>
				</div>
			)}
		</>
	);
}
