import { WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Field } from "../parts/field.tsx";
import { useWords } from "../words/words.ts";
import {
	ACCOUNTS_MAX,
	type AccountLine,
	EMPTY_ACCOUNT,
	EMPTY_LINE,
	type OutcomeDraft,
	SOLD_MAX,
	type SoldLine,
} from "./outcome-draft.ts";

/** Products with their amounts, then accounts, line by line. */
export function OutcomeLines(props: {
	readonly draft: OutcomeDraft;
	readonly onChange: (draft: OutcomeDraft) => void;
}) {
	const { draft, onChange } = props;
	const { t } = useWords();
	const changeSold = (place: number, change: Partial<SoldLine>) =>
		onChange({ ...draft, sold: draft.sold.map((line, at) => (at === place ? { ...line, ...change } : line)) });
	const changeAccount = (place: number, change: Partial<AccountLine>) =>
		onChange({ ...draft, accounts: draft.accounts.map((line, at) => (at === place ? { ...line, ...change } : line)) });
	return (
		<>
			{draft.sold.map((line, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
				<SoldFields key={place} line={line} onChange={(change) => changeSold(place, change)} />
			))}
			{draft.sold.length < SOLD_MAX && (
				<ActionButton
					label={t("outcomeMoreProduct")}
					onPress={() => onChange({ ...draft, sold: [...draft.sold, EMPTY_LINE] })}
				/>
			)}
			{draft.accounts.map((line, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
				<AccountFields key={place} line={line} onChange={(change) => changeAccount(place, change)} />
			))}
			{draft.accounts.length < ACCOUNTS_MAX && (
				<ActionButton
					label={t("outcomeMoreAccount")}
					onPress={() => onChange({ ...draft, accounts: [...draft.accounts, EMPTY_ACCOUNT] })}
				/>
			)}
		</>
	);
}

function SoldFields(props: { readonly line: SoldLine; readonly onChange: (change: Partial<SoldLine>) => void }) {
	const { t } = useWords();
	return (
		<div className="field-pair field-pair-even">
			<Field
				label={t("outcomeProduct")}
				value={props.line.product}
				onChange={(product) => props.onChange({ product })}
				input={{ maxLength: 60 }}
			/>
			<Field
				label={t("outcomeAmount")}
				value={props.line.yuan}
				onChange={(yuan) => props.onChange({ yuan })}
				input={{ inputMode: "decimal", maxLength: 16 }}
			/>
		</div>
	);
}

function AccountFields(props: {
	readonly line: AccountLine;
	readonly onChange: (change: Partial<AccountLine>) => void;
}) {
	const { t } = useWords();
	return (
		<div className="field-pair field-pair-even">
			<Field
				label={t("outcomeAccount")}
				value={props.line.kind}
				onChange={(kind) => props.onChange({ kind })}
				input={{ maxLength: 40 }}
			/>
			<Field
				label={t("outcomeAccountNumber")}
				value={props.line.number}
				onChange={(number) => props.onChange({ number })}
				input={{ maxLength: WRITTEN_NUMBER_MAX_CHARS, inputMode: "numeric" }}
			/>
		</div>
	);
}
