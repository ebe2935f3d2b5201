import { useState } from "react";
import { PERSON_NAME_MAX_CHARS } from "../../schema/limits.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Field } from "../parts/field.tsx";
import { Icon } from "../parts/icon.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useDraft } from "../record/use-draft.ts";
import { useWords } from "../words/words.ts";
import { DraftFields } from "./draft-fields.tsx";
import { ReasonTiles } from "./reason-tiles.tsx";
import { bodyOf, type DraftGap, EMPTY_DRAFT, type ReferralDraft } from "./referral-draft.ts";
import type { ReferralSheetProps } from "./referral-sheet-props.ts";

/** A customer worth an introduction: a name, and the reason saves it; all else may follow. */
export function CreateReferral(props: ReferralSheetProps & { readonly ticketId: string | null }) {
	const { hall, live, referrals, onClose } = props;
	const { t } = useWords();
	const { draft, change, progress, gap, save, again } = useReferralDraft(props);
	const { referenceOnly } = live.rules;
	const number = hall.tickets.get(draft.ticketId ?? "")?.number;
	if (progress.at === "saved") return <Saved {...props} referralId={progress.saved.referralId} onAgain={again} />;
	return (
		<Sheet title={number === undefined ? t("referTitle") : t("referOf", { number })} onClose={onClose}>
			<form className="form" onSubmit={(event) => event.preventDefault()}>
				<FirstField draft={draft} referenceOnly={referenceOnly} onChange={change} />
				<details className="more-fields">
					<summary>{t("referFields")}</summary>
					<div className="form">
						<DraftFields hall={hall} draft={draft} referenceOnly={referenceOnly} onChange={change} />
					</div>
				</details>
				{progress.at === "writing" && <ProblemLine problem={gap === null ? progress.problem : t(gap)} />}
				{progress.at === "sending" && referrals.waiting > 0 && (
					<div className="notice notice-near" role="status">
						<Icon name="clock" />
						<span>{t("referWaits")}</span>
					</div>
				)}
				<ReasonTiles sending={progress.at === "sending" ? progress.what : null} onChoose={save} />
			</form>
		</Sheet>
	);
}

function useReferralDraft({ live, referrals, ticketId }: ReferralSheetProps & { readonly ticketId: string | null }) {
	const { send, change, again, ...own } = useDraft(referrals, { ...EMPTY_DRAFT, ticketId });
	const [gap, setGap] = useState<DraftGap | null>(null);
	return {
		...own,
		gap,
		save: async (reasonCode: string) => {
			const made = bodyOf(own.draft, reasonCode, live.rules.referenceOnly);
			setGap("gap" in made ? made.gap : null);
			if ("body" in made) await send(made.body, reasonCode);
		},
		again: () => again(EMPTY_DRAFT),
		change: (part: Partial<ReferralDraft>) => {
			setGap(null);
			change(part);
		},
	};
}

function FirstField(props: {
	readonly draft: ReferralDraft;
	readonly referenceOnly: boolean;
	readonly onChange: (change: Partial<ReferralDraft>) => void;
}) {
	const { t } = useWords();
	if (props.referenceOnly) {
		return (
			<Field
				label={t("customerReference")}
				note={t("referReferenceHint")}
				value={props.draft.reference}
				onChange={(reference) => props.onChange({ reference })}
				input={{ autoCapitalize: "characters", maxLength: 24 }}
				isFirst
			/>
		);
	}
	return (
		<Field
			label={t("customerName")}
			value={props.draft.name}
			onChange={(name) => props.onChange({ name })}
			input={{ maxLength: PERSON_NAME_MAX_CHARS }}
			isFirst
		/>
	);
}

function Saved(props: ReferralSheetProps & { readonly referralId: string; readonly onAgain: () => void }) {
	const { onClose, onOpen, may, referralId } = props;
	const { t } = useWords();
	return (
		<Sheet
			title={t("referSaved")}
			onClose={onClose}
			foot={
				<div className="sheet-actions">
					<ActionButton label={t("referAnother")} onPress={props.onAgain} />
					<ActionButton tone="primary" label={t("done")} onPress={onClose} />
				</div>
			}
		>
			<div className="notice notice-within" role="status">
				<Icon name="check" />
				<span>{t("referSavedText")}</span>
			</div>
			{may("referral.change") && (
				<ActionButton label={t("referralChange")} onPress={() => onOpen({ kind: "referral", referralId })} />
			)}
		</Sheet>
	);
}
