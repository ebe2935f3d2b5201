import { Button, Form, Input, InputNumber } from "antd";
import { useState } from "react";
import type { ReferralRow } from "../../schema/referral.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { type PlainWord, useWords } from "../words/words.ts";
import { fenOf } from "./outcome-text.ts";

const OUTCOME = {
	name: "recordOutcome",
	method: "PUT",
	path: "/branches/:branchId/referrals/:referralId/outcome",
} as const;
const YUAN_MAX = 1e12;

type Values = {
	readonly accounts?: readonly { readonly kind: string; readonly number?: string }[];
	readonly sold?: readonly { readonly product: string; readonly amountYuan: number }[];
};

/** What came of a referral: accounts opened, products sold. */
export function OutcomeDialog({ row, onClose }: { readonly row: ReferralRow; readonly onClose: () => void }) {
	const { t } = useWords();
	const [basis, setBasis] = useState(row);
	const record = useChange(OUTCOME, ["referral", "referrals"]);
	const { branchId, referralId, version } = basis;
	const submit = ({ accounts = [], sold = [] }: Values) => {
		const body = {
			accounts: accounts.map(({ kind, number }) => ({ kind, ...(number && { number }) })),
			sold: sold.map(({ product, amountYuan }) => ({ product, amountFen: fenOf(amountYuan) })),
		};
		return record.mutateAsync({ input: { params: { branchId, referralId }, body }, options: { version } });
	};
	return (
		<FormDialog<Values>
			key={version}
			title={t("referralRecordOutcome")}
			submitText={t("save")}
			onSubmit={submit}
			onClose={onClose}
			onLoadNewest={() => setBasis(row)}
		>
			{row.has.outcome && <p className="soft">{t("outcomeReplaces")}</p>}
			<Lines name="accounts" legend="outcomeAccounts" first={["kind", "outcomeAccountKind"]}>
				{(index) => (
					<Form.Item name={[index, "number"]}>
						<Input placeholder={t("kindAccount")} aria-label={t("kindAccount")} maxLength={32} autoComplete="off" />
					</Form.Item>
				)}
			</Lines>
			<Lines name="sold" legend="outcomeSold" first={["product", "outcomeProduct"]}>
				{(index) => (
					<Form.Item name={[index, "amountYuan"]} rules={[{ required: true, message: t("requiredField") }]}>
						<InputNumber
							placeholder={t("outcomeAmount")}
							aria-label={t("outcomeAmount")}
							min={0}
							max={YUAN_MAX}
							precision={2}
						/>
					</Form.Item>
				)}
			</Lines>
		</FormDialog>
	);
}

function Lines(props: {
	readonly name: string;
	readonly legend: PlainWord;
	readonly first: readonly [field: string, word: PlainWord];
	readonly children: (index: number) => React.ReactNode;
}) {
	const { t } = useWords();
	const [field, word] = props.first;
	return (
		<Form.List name={props.name}>
			{(fields, { add, remove }) => (
				<fieldset className="roles">
					<legend>{t(props.legend)}</legend>
					{fields.map(({ key, name }) => (
						<div className="role-row" key={key}>
							<Form.Item name={[name, field]} rules={[{ required: true, message: t("requiredField") }]}>
								<Input placeholder={t(word)} aria-label={t(word)} maxLength={40} autoComplete="off" />
							</Form.Item>
							{props.children(name)}
							<Button onClick={() => remove(name)}>{t("roleRemove")}</Button>
						</div>
					))}
					<Button onClick={() => add({})}>{t("outcomeAdd")}</Button>
				</fieldset>
			)}
		</Form.List>
	);
}
