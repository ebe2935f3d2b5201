import { ActionButton } from "../parts/action-button.tsx";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";

/** What was decided; a name means that the device is in. */
export type Outcome = { readonly kind: "approved"; readonly name: string } | { readonly kind: "denied" };

export function OutcomeStep(props: {
	readonly outcome: Outcome;
	readonly branchId: string;
	readonly onAnother: () => void;
}) {
	const { t } = useWords();
	const { outcome } = props;
	const approved = outcome.kind === "approved";
	return (
		<section className={approved ? "approve-outcome approve-good" : "approve-outcome"} role="status">
			<Icon name={approved ? "check" : "close"} />
			<h2>{approved ? t("approveDoneTitle", { name: outcome.name }) : t("approveDeniedTitle")}</h2>
			<p>{t(approved ? "approveDoneText" : "approveDeniedText")}</p>
			<div className="approve-list">
				<ActionButton tone="primary" label={t("approveAnother")} onPress={props.onAnother} />
				<a className="button-like" href={`/staff/?${new URLSearchParams({ branch: props.branchId })}`}>
					{t("approveToHall")}
				</a>
			</div>
		</section>
	);
}
