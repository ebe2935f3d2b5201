import { Button, Input, Segmented } from "antd";
import { listWord, stageWord, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { NamedIcon } from "../../react-kit/icon.tsx";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { goTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { DayField } from "../parts/form/day-field.tsx";
import { Field } from "../parts/form/field.tsx";
import { FilterSelect } from "../parts/form/filter-select.tsx";
import { useWords } from "../words/words.ts";
import { ALL_CASES, CASE_LISTS, kindsSeen, listLookedAt, seesKind } from "./case-query.ts";

const LIST_WORD = { open: "casesOpen", overdue: "caseOverdue", over: "casesOver" } as const;
const DAYS = [
	["from", "caseDueFrom", "caseOpenedFrom"],
	["to", "caseDueTo", "caseOpenedTo"],
] as const;

/** Which kind, where, in which stage, whose, and when due (or opened, for kinds with lists of their own); all of it stands in the address. */
export function CaseFilter(props: {
	readonly section: string;
	readonly query: URLSearchParams;
	readonly kind: CaseKind;
	readonly nodeId: string;
}) {
	const { section, query, kind, nodeId } = props;
	const { t, name } = useWords();
	const me = useMe();
	const filter = (change: Readonly<Record<string, string | undefined>>) =>
		goTo([section], { ...Object.fromEntries(query), ...change });
	const kinds = kindsSeen(section, me);
	const list = listLookedAt(query);
	const { open, over, lists } = definitionOf(kind);
	const stages = lists !== undefined ? [...open, ...over] : list === "over" ? over : open;
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
						selectable={(each) => seesKind(kind, me, each)}
						value={nodeId}
						onChange={(node) => filter({ node })}
					/>
				)}
			</Field>
			<ListChoice
				kind={kind}
				query={query}
				onChoose={(next) => filter({ list: next, stage: undefined, sort: undefined, order: undefined })}
			/>
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
						allowClear={{ clearIcon: <NamedIcon name="close" label={t("clear")} /> }}
						maxLength={40}
						defaultValue={query.get("owner") ?? ""}
						onSearch={(owner) => filter({ owner: owner.trim() })}
					/>
				)}
			</Field>
			{DAYS.map(([name, due, opened]) => (
				<DayField
					key={name}
					label={t(lists === undefined ? due : opened)}
					value={query.get(name) ?? undefined}
					onChange={(day) => filter({ [name]: day })}
				/>
			))}
			{query.size > 0 && <Button onClick={() => goTo([section])}>{t("clear")}</Button>}
		</search>
	);
}

/** Which list: those of the kind, or what is still to be done, overdue, and over. */
function ListChoice(props: {
	readonly kind: CaseKind;
	readonly query: URLSearchParams;
	/** Undefined: the one that is looked at when nothing is chosen. */
	readonly onChoose: (list: string | undefined) => void;
}) {
	const { kind, query, onChoose } = props;
	const { t, name } = useWords();
	const { lists } = definitionOf(kind);
	const usual = lists === undefined ? "open" : ALL_CASES;
	const choices: readonly { readonly value: string; readonly label: string }[] =
		lists === undefined
			? CASE_LISTS.map((value) => ({ value, label: t(LIST_WORD[value]) }))
			: [
					{ value: ALL_CASES, label: t("all") },
					...Object.keys(lists).map((value) => ({ value, label: name(listWord(kind, value)) })),
				];
	return (
		<div className="field">
			<span>{t("caseList")}</span>
			<Segmented
				aria-label={t("caseList")}
				value={query.get("list") ?? usual}
				onChange={(next) => onChoose(next === usual ? undefined : next)}
				options={[...choices]}
			/>
		</div>
	);
}
