import { Button, Input, Segmented } from "antd";
import { stageWord, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { goTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { DayField } from "../parts/form/day-field.tsx";
import { Field } from "../parts/form/field.tsx";
import { FilterSelect } from "../parts/form/filter-select.tsx";
import { NamedIcon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";
import { CASE_LISTS, kindsSeen, listLookedAt } from "./case-query.ts";

const LIST_WORD = { open: "casesOpen", overdue: "caseOverdue", over: "casesOver" } as const;
const DAYS = [
	["from", "caseDueFrom"],
	["to", "caseDueTo"],
] as const;

/** Which kind, where, how they stand, whose, due when; all of it stands in the address. */
export function CaseFilter(props: {
	readonly query: URLSearchParams;
	readonly kind: CaseKind;
	readonly nodeId: string;
}) {
	const { query, kind, nodeId } = props;
	const { t, name } = useWords();
	const me = useMe();
	const filter = (change: Readonly<Record<string, string | undefined>>) =>
		goTo(["cases"], { ...Object.fromEntries(query), ...change });
	const kinds = kindsSeen(me);
	const list = listLookedAt(query);
	const { open, over, rights } = definitionOf(kind);
	const stages = list === "over" ? over : open;
	return (
		<search className="toolbar">
			{kinds.length > 1 && (
				<FilterSelect
					label={t("caseKind")}
					value={kind}
					onChange={(next) => filter({ kind: next, stage: undefined })}
					options={kinds.map((each) => ({ value: each, label: name(wordsOfKind(each).plural) }))}
				/>
			)}
			<Field label={t("casePlace")}>
				{(id) => (
					<NodeSelect
						id={id}
						selectable={(each) => me.may(rights.read, each)}
						value={nodeId}
						onChange={(node) => filter({ node })}
					/>
				)}
			</Field>
			<div className="field">
				<span>{t("caseList")}</span>
				<Segmented
					aria-label={t("caseList")}
					value={list}
					onChange={(next) =>
						filter({ list: next === "open" ? undefined : next, stage: undefined, sort: undefined, order: undefined })
					}
					options={CASE_LISTS.map((value) => ({ value, label: t(LIST_WORD[value]) }))}
				/>
			</div>
			{stages.length > 1 && (
				<FilterSelect
					label={t("status")}
					value={query.get("stage")}
					onChange={(stage) => filter({ stage })}
					options={stages.map((value) => ({ value, label: name(stageWord(kind, value)) }))}
				/>
			)}
			<Field label={t("caseOwnerNumber")}>
				{(id) => (
					<Input.Search
						key={query.get("owner")}
						id={id}
						allowClear={{ clearIcon: <NamedIcon name="clear" label={t("clear")} /> }}
						maxLength={40}
						defaultValue={query.get("owner") ?? ""}
						onSearch={(owner) => filter({ owner: owner.trim() })}
					/>
				)}
			</Field>
			{DAYS.map(([name, word]) => (
				<DayField
					key={name}
					label={t(word)}
					value={query.get(name) ?? undefined}
					onChange={(day) => filter({ [name]: day })}
				/>
			))}
			{query.size > 0 && <Button onClick={() => goTo(["cases"])}>{t("clear")}</Button>}
		</search>
	);
}
