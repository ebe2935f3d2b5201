import { Button, Table } from "antd";
import { useState } from "react";
import { SECTION_AT } from "../../rules/routes/configuration.ts";
import type { SectionId } from "../../schema/configuration/sections.ts";
import type { SectionAt } from "../../schema/endpoint/configuration-endpoints.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo, goTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { inLanguage } from "../parts/in-language.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Reading } from "../parts/reading.tsx";
import { Sign } from "../parts/sign.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useStaffNames } from "../people/use-staff-names.ts";
import { useWords, type Words } from "../words/words.ts";
import { DraftDialog } from "./draft-dialog.tsx";
import { fieldLabel, SECTION_LABELS } from "./labels/section-labels.ts";
import { OvertakenList } from "./overtaken-list.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import { Heed, Said } from "./sections-table.tsx";
import { ThingNames } from "./thing-names.tsx";
import { ValueText } from "./value-text.tsx";
import { VersionDialog } from "./version-dialog.tsx";
import { VersionList } from "./version-list.tsx";

type Field = SectionAt["fields"][number];

const READ_EVERY_MS = 5_000;
/** In pixels; what a field says has the rest and wraps, so that nothing is looked for sideways. */
const WIDTH = { field: 110, from: 120, since: 150, why: 130 } as const;
/** Where fields are figures and short words, their names are the longer part. */
const LONG_NAMES_WIDTH = 420;

/** One section at a place: what holds, from where, since when and why; its versions; and the way to draft another. */
export function SectionView(props: {
	readonly nodeId: string;
	readonly section: SectionId;
	readonly open: string | null;
}) {
	const { nodeId, section, open } = props;
	const words = useWords();
	const { t, name } = words;
	const me = useMe();
	const nodeName = useNodeName();
	const [drafting, setDrafting] = useState(false);
	const read = useRead(SECTION_AT, { params: { nodeId, section } }, { everyMs: READ_EVERY_MS });
	const staffName = useStaffNames(read.data?.fields.map(({ origin }) => origin?.by ?? null) ?? []);
	if (read.data === undefined) return <Reading read={read} />;
	const at = read.data;
	const show = (version: string | undefined) => goTo(["configuration", nodeId, section], { version });
	return (
		<ThingNames nodeId={nodeId} section={section} value={at.value}>
			<ViewHead
				title={name(SECTION_LABELS[section].name)}
				text={nodeName(nodeId)}
				back={<a href={addressTo(["configuration", nodeId])}>{t("configBack")}</a>}
			>
				<PlaceChoice nodeId={nodeId} onChoose={(to) => goTo(["configuration", to, section])} />
				{me.may("configuration.draft", nodeId) && (
					<Button type="primary" onClick={() => setDrafting(true)}>
						{t("configDraft")}
					</Button>
				)}
			</ViewHead>
			{at.overruled.length > 0 && (
				<p role="status">
					{t("configOverruled", {
						fields: at.overruled.map(({ field }) => name(fieldLabel(section, field))).join("、"),
					})}
				</p>
			)}
			<OvertakenList at={at} />
			<Heed heed={at.heed} />
			{at.newest > 0 && <Said said={at.said} />}
			{at.refused.map(({ branchId, detail, code }) => (
				<p key={branchId}>
					<Sign tone="over">{nodeName(branchId)}</Sign> {inLanguage(detail, words.locale) || code}
				</p>
			))}
			<section className="panel">
				<Table<Field>
					size="small"
					rowKey="field"
					columns={fieldColumns(at, words, nodeName, staffName)}
					dataSource={at.fields.filter(({ value }) => !Array.isArray(value))}
					pagination={false}
				/>
			</section>
			<section className="panel">
				<h2>{t("configHistory")}</h2>
				<VersionList versions={at.versions} onOpen={(version) => show(version.versionId)} />
			</section>
			{drafting && (
				<DraftDialog
					at={at}
					onClose={() => setDrafting(false)}
					onSaved={(versionId) => {
						setDrafting(false);
						show(versionId);
					}}
				/>
			)}
			{open !== null && (
				<VersionDialog {...{ nodeId, section }} versionId={open} onClose={() => show(undefined)} onOther={show} />
			)}
		</ThingNames>
	);
}

function fieldColumns(
	{ section, byHand, fields }: SectionAt,
	{ t, name }: Words,
	nodeName: (nodeId: string) => string,
	staffName: (staffId: string) => string,
): Columns<Field> {
	const isOfThings = fields.some(({ value }) => typeof value === "object" && value !== null && !Array.isArray(value));
	return [
		{
			title: t("configField"),
			width: isOfThings ? WIDTH.field : LONG_NAMES_WIDTH,
			render: (_, { field }) => name(fieldLabel(section, field)),
		},
		{
			title: t("configValue"),
			render: (_, row) => <ValueText section={section} field={row.field} value={row.value} />,
		},
		{
			title: t("configFrom"),
			width: WIDTH.from,
			render: (_, { origin, lockedBy }) => (
				<>
					{origin === null ? t(byHand ? "configByHand" : "configShipped") : nodeName(origin.nodeId)}
					{lockedBy !== null && <Sign tone="near">{t("configLockedBy", { place: nodeName(lockedBy) })}</Sign>}
				</>
			),
		},
		{
			title: t("configSince"),
			width: WIDTH.since,
			render: (_, { origin }) =>
				origin === null || origin.since === null ? "—" : `${momentToMinute(origin.since)} · ${staffName(origin.by)}`,
		},
		{ title: t("configWhy"), width: WIDTH.why, render: (_, { origin }) => origin?.note ?? "—" },
	];
}
