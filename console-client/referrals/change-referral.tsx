import { Checkbox, Form, Input, Select } from "antd";
import { useState } from "react";
import {
	CONSENT_WORD,
	CONTACT_WORD,
	ID_DOUBT_WORD,
	NUMBER_WORD,
	REFERRAL_STATUS_WORD,
	statusesToChoose,
} from "../../client-kit/words/referral-labels.ts";
import { CHANGE_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { PERSON_NAME_MAX_CHARS, WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { REASON_CODES } from "../../schema/shipped-reason-codes.ts";
import { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { type PlainWord, useWords } from "../words/words.ts";
import { RecordLine } from "./outcome/record-line.tsx";
import { type ChangeValues, changeOf, valuesOf } from "./referral-change.ts";

const DIALOG_WIDTH = 640;

/** Completes or corrects a record. */
export function ChangeReferral({ row, onClose }: { readonly row: ReferralRow; readonly onClose: () => void }) {
	const { t, name } = useWords();
	const [basis, setBasis] = useState(row);
	const change = useChange(CHANGE_REFERRAL, ["referral", "referrals"]);
	const { branchId, referralId, version } = basis;
	return (
		<FormDialog<ChangeValues>
			key={version}
			title={t("referralChange")}
			submitText={t("save")}
			width={DIALOG_WIDTH}
			initial={valuesOf(basis)}
			onSubmit={(values) =>
				change.mutateAsync({
					input: { params: { branchId, referralId }, body: changeOf(basis, values) },
					options: { version },
				})
			}
			onClose={onClose}
			onLoadNewest={() => setBasis(row)}
		>
			<RecordLine row={basis} />
			<Form.Item name="status" label={t("status")}>
				<Select
					options={statusesToChoose(basis.status).map((value) => ({ value, label: t(REFERRAL_STATUS_WORD[value]) }))}
				/>
			</Form.Item>
			<Form.Item name="reasonCode" label={t("referralReason")}>
				<Select
					showSearch={{ optionFilterProp: "label" }}
					options={REASON_CODES.map((code) => ({ value: code.id, label: name(code.name) }))}
				/>
			</Form.Item>
			<Form.Item name="managerId" label={t("referralManager")}>
				<Input maxLength={32} autoComplete="off" />
			</Form.Item>
			<PersonalFields />
			<Choice name="consent" label="referralConsent" words={CONSENT_WORD} />
			<Form.Item name="objection" valuePropName="checked">
				<Checkbox>{t("customerObjects")}</Checkbox>
			</Form.Item>
		</FormDialog>
	);
}

function PersonalFields() {
	const { t } = useWords();
	const kind: ChangeValues["numberKind"] = Form.useWatch("numberKind");
	const number: string | undefined = Form.useWatch("number");
	const doubt = kind === "id-number" ? doubtOfIdNumber(number ?? "") : null;
	const text = (name: keyof ChangeValues, label: PlainWord, maxLength: number, hint: PlainWord = "changeKeep") => (
		<Form.Item name={name} label={t(label)} extra={<span role="status">{t(hint)}</span>}>
			<Input maxLength={maxLength} autoComplete="off" />
		</Form.Item>
	);
	return (
		<>
			{text("name", "customerName", PERSON_NAME_MAX_CHARS)}
			<div className="pair">
				<Choice name="numberKind" label="numberKind" words={NUMBER_WORD} />
				{text(
					"number",
					"referralNumber",
					WRITTEN_NUMBER_MAX_CHARS,
					doubt === null ? "changeKeep" : ID_DOUBT_WORD[doubt],
				)}
			</div>
			<div className="pair">
				<Choice name="contactKind" label="changeContactKind" words={CONTACT_WORD} />
				{text("contact", "referralContact", WRITTEN_NUMBER_MAX_CHARS)}
			</div>
			{text("bestContactTime", "referralBestTime", 60)}
			{text("remarks", "referralRemarks", 200)}
		</>
	);
}

function Choice(props: {
	readonly name: keyof ChangeValues;
	readonly label: PlainWord;
	readonly words: Readonly<Record<string, PlainWord>>;
}) {
	const { t } = useWords();
	const options = Object.entries(props.words).map(([value, word]) => ({ value, label: t(word) }));
	return (
		<Form.Item name={props.name} label={t(props.label)}>
			<Select options={options} />
		</Form.Item>
	);
}
