import { Icon } from "../../react-kit/icon.tsx";
import { ActionButton } from "../parts/action-button.tsx";
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
		<section className={`grow stack center ${approved ? "within" : "near"}`} role="status">
			<Icon name={approved ? "check" : "close"} />
			<h2>{approved ? t("approveDoneTitle", { name: outcome.name }) : t("approveDeniedTitle")}</h2>
			<p>{t(approved ? "approveDoneText" : "approveDeniedText")}</p>
			<div className="stack tall">
				<ActionButton tone="primary" label={t("approveAnother")} onPress={props.onAnother} />
				<a className="action" href={`/staff/?${new URLSearchParams({ branch: props.branchId })}`}>
					{t("approveToHall")}
				</a>
			</div>
		</section>
	);
}
