import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { goTo } from "../frame/address.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { DayField } from "../parts/form/day-field.tsx";
import { Field } from "../parts/form/field.tsx";
import { FilterSelect } from "../parts/form/filter-select.tsx";
import { useWords } from "../words/words.ts";
import { ACT_WORD, actText } from "./act-labels.ts";

const DAYS = [
	["from", "ledgerFrom"],
	["to", "ledgerTo"],
] as const;
const TEXTS = [
	["staff", "staffNumber"],
	["subject", "ledgerSubject"],
] as const;

/** Filters of the ledger; they take effect together and stand in the address. */
export function LedgerFilter({ query }: { readonly query: URLSearchParams }) {
	const { t } = useWords();
	const [values, setValues] = useState<Record<string, string | undefined>>(Object.fromEntries(query));
	const set = (name: string, value: string | undefined) => setValues((before) => ({ ...before, [name]: value }));
	const find = (event: FormEvent) => {
		event.preventDefault();
		goTo(["ledger"], values);
	};
	return (
		<search>
			<form className="toolbar" onSubmit={find}>
				<Field label={t("ledgerNode")}>
					{(id) => <NodeSelect id={id} allowClear value={values.node} onChange={(nodeId) => set("node", nodeId)} />}
				</Field>
				{DAYS.map(([name, word]) => (
					<DayField key={name} label={t(word)} value={values[name]} onChange={(day) => set(name, day)} />
				))}
				{TEXTS.map(([name, word]) => (
					<Field key={name} label={t(word)}>
						{(id) => (
							<Input
								id={id}
								maxLength={80}
								value={values[name] ?? ""}
								onChange={(event) => set(name, event.target.value)}
							/>
						)}
					</Field>
				))}
				<FilterSelect
					label={t("ledgerAct")}
					value={values.act ?? null}
					onChange={(act) => set("act", act)}
					options={Object.keys(ACT_WORD).map((act) => ({ value: act, label: actText(act, t) }))}
					search
				/>
				<Button type="primary" htmlType="submit">
					{t("search")}
				</Button>
				{query.size > 0 && <Button onClick={() => goTo(["ledger"])}>{t("clear")}</Button>}
			</form>
		</search>
	);
}
