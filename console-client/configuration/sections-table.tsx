import { Progress, Table } from "antd";
import { NO_VERSION_KEY } from "../../rules/configuration/no-version.ts";
import { SECTIONS } from "../../rules/routes/configuration.ts";
import type { Output } from "../../schema/endpoint/api.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo, goTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodes } from "../institution/use-nodes.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { reachableByKey } from "../parts/reachable-by-key.ts";
import { Reading } from "../parts/reading.tsx";
import { Sign } from "../parts/sign.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords, type Words } from "../words/words.ts";
import { SECTION_LABELS } from "./labels/section-labels.ts";
import { PlaceChoice } from "./place-choice.tsx";

type Row = Output<"sections">["sections"][number];

const READ_EVERY_MS = 5_000;
const HUNDRED = 100;

/** Every section at a place: what is in force, what waits for somebody, how many branches have it, where it differs below. */
export function SectionsTable({ nodeId }: { readonly nodeId: string }) {
	const words = useWords();
	const { t } = words;
	const at = usePlace(nodeId);
	const read = useRead(SECTIONS, { params: { nodeId: at } }, { everyMs: READ_EVERY_MS });
	return (
		<>
			<ViewHead title={t("navConfiguration")} text={t("configText")}>
				<PlaceChoice nodeId={at} onChoose={(to) => goTo(["configuration", to])} />
			</ViewHead>
			{read.data === undefined ? (
				<Reading read={read} />
			) : (
				<Table<Row>
					size="middle"
					rowKey="section"
					columns={columnsOf(at, words)}
					dataSource={[...read.data.sections]}
					pagination={false}
					ref={reachableByKey(t("navConfiguration"))}
					scroll={{ x: "max-content" }}
				/>
			)}
		</>
	);
}

/** The place asked for, or the widest one that this person may look at. */
function usePlace(nodeId: string): string {
	const me = useMe();
	const nodes = useNodes();
	if (me.may("configuration.look", nodeId)) return nodeId;
	return nodes.data?.find((node) => me.may("configuration.look", node.nodeId))?.nodeId ?? nodeId;
}

function columnsOf(nodeId: string, { t, name }: Words): Columns<Row> {
	return [
		{
			title: t("configSection"),
			render: (_, { section }) => (
				<a href={addressTo(["configuration", nodeId, section])}>{name(SECTION_LABELS[section].name)}</a>
			),
		},
		{
			title: t("configHeed"),
			render: (_, { heed }) => (heed.length === 0 ? "—" : <Heed heed={heed} />),
		},
		{
			title: t("configHolds"),
			render: (_, { key }) => (key === NO_VERSION_KEY ? <span className="soft">{t("configShipped")}</span> : key),
		},
		{ title: t("configSince"), render: (_, { since }) => (since === null ? "—" : momentToMinute(since)) },
		{
			title: t("configWaiting"),
			render: (_, { waiting }) => (waiting === 0 ? "—" : <Sign tone="near">{waiting}</Sign>),
		},
		{ title: t("configProgress"), render: (_, { key, said }) => (key === NO_VERSION_KEY ? "—" : <Said said={said} />) },
		{
			title: t("configDiffering"),
			render: (_, { differing, overtaken, overtakenBelow }) => (
				<>
					{differing.length === 0 ? "—" : t("configDifferingCount", { count: differing.length })}
					{overtakenBelow > 0 && (
						<p>
							<Sign tone="near">{t("configOvertakenBelowCount", { count: overtakenBelow })}</Sign>
						</p>
					)}
					{overtaken > 0 && (
						<p>
							<Sign tone="near">{t("configOvertakenCount", { count: overtaken })}</Sign>
						</p>
					)}
				</>
			),
		},
	];
}

/** What holds and somebody should see to. */
export function Heed({ heed }: { readonly heed: Row["heed"] }) {
	const { name } = useWords();
	return heed.map((each) => (
		<p key={`${each.field} ${each.zh}`}>
			<Sign tone="over">{name(each)}</Sign>
		</p>
	));
}

/** How many branches go by what is published for them, and how many do not and why. */
export function Said({ said }: { readonly said: Row["said"] }) {
	const { t } = useWords();
	const { branches, holds, refused, silent } = said;
	const percent = branches === 0 ? HUNDRED : Math.floor((holds * HUNDRED) / branches);
	return (
		<div>
			<Progress percent={percent} size="small" aria-label={t("configProgress")} />
			<div className="soft">{t("configProgressOf", { holds, branches })}</div>
			{refused > 0 && <Sign tone="over">{t("configRefusedCount", { count: refused })}</Sign>}
			{silent > 0 && <Sign tone="near">{t("configSilentCount", { count: silent })}</Sign>}
		</div>
	);
}
