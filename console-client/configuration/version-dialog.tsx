import { Button, Modal, Table } from "antd";
import { useState } from "react";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { valueFrom } from "../../rules/configuration/fields.ts";
import { APPROVE_VERSION, CHECK_VERSION, SECTION_VERSION } from "../../rules/routes/configuration.ts";
import type { SectionId } from "../../schema/configuration/sections.ts";
import type { Output } from "../../schema/endpoint/api.ts";
import { useChange } from "../data/use-change.ts";
import { useRead } from "../data/use-read.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { inLanguage } from "../parts/in-language.ts";
import { momentToMinute } from "../parts/moment.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { Reading } from "../parts/reading.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";
import { fieldLabel } from "./labels/section-labels.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { Said } from "./sections-table.tsx";
import { StopDialog } from "./stop-dialog.tsx";
import { ThingNames } from "./thing-names.tsx";
import { TOUCHED } from "./touched.ts";
import { ValueText } from "./value-text.tsx";
import { VersionSign } from "./version-list.tsx";

type Props = { readonly nodeId: string; readonly section: SectionId; readonly versionId: string };
type InFull = Output<"sectionVersion">;
type Asking = "publish" | "pauseVersion" | "takeBackVersion" | null;

const READ_EVERY_MS = 3_000;
const FIELD_PIXELS = 120;

/** One version: what it changes, what its branches say of it, and the next step of whoever may take it. */
export function VersionDialog(
	props: Props & { readonly onClose: () => void; readonly onOther: (versionId: string) => void },
) {
	const { nodeId, section, versionId, onClose, onOther } = props;
	const { t } = useWords();
	const read = useRead(SECTION_VERSION, { params: { nodeId, versionId } }, { everyMs: READ_EVERY_MS });
	const [asking, setAsking] = useState<Asking>(null);
	const number = read.data?.version.ordinal;
	return (
		<Modal
			open
			title={number === undefined ? "" : t("configVersion", { number })}
			footer={null}
			onCancel={onClose}
			width={860}
		>
			{read.data === undefined ? (
				<Reading read={read} part />
			) : (
				<>
					<VersionFacts of={read.data} />
					<ThingNames nodeId={nodeId} section={section} value={draftedIn(read.data)}>
						<Changes section={section} of={read.data} />
					</ThingNames>
					<Steps of={read.data} onAsk={setAsking} />
					{asking === "publish" && <PublishDialog version={read.data.version} onClose={() => setAsking(null)} />}
					{asking !== null && asking !== "publish" && (
						<StopDialog act={asking} version={read.data.version} onClose={() => setAsking(null)} onOther={onOther} />
					)}
				</>
			)}
		</Modal>
	);
}

function VersionFacts({ of: { version, said, refusals } }: { readonly of: InFull }) {
	const { t, locale } = useWords();
	const nodeName = useNodeName();
	const isOut = version.status === "published" || version.status === "paused";
	const { reach, publishAt, check } = version;
	return (
		<>
			<p>
				<VersionSign status={version.status} /> {version.note}
			</p>
			{publishAt !== null && <p>{t("configDueAt", { at: momentToMinute(publishAt) })}</p>}
			{isOut && reach.kind === "share" && (
				<p>{t("configReachLine", { reach: t("configReachPercentLine", { percent: reach.percent }) })}</p>
			)}
			{isOut && <Said said={said} />}
			{check.done && check.refused === 0 && version.undoes === null && (
				<Sign tone="good">{t("configChecked", { count: check.asked })}</Sign>
			)}
			{check.refused > 0 && <Sign tone="over">{t("configCheckRefused", { count: check.refused })}</Sign>}
			{refusals.map(({ branchId, detail, code }) => (
				<p key={branchId}>
					{nodeName(branchId)}：{inLanguage(detail, locale) || code}
				</p>
			))}
		</>
	);
}

/** What a version brings or takes, by which its own parts may be called. */
function draftedIn({ changes }: InFull): object {
	return valueFrom(Object.fromEntries(changes.map(({ field, before, after }) => [field, after ?? before])));
}

/** Before and after, side by side. */
function Changes({ section, of: { changes } }: { readonly section: SectionId; readonly of: InFull }) {
	const { t, name } = useWords();
	const shown = changes.filter(({ before, after }) => !Array.isArray(after ?? before));
	return (
		<Table
			size="small"
			rowKey="field"
			pagination={false}
			dataSource={shown}
			locale={{ emptyText: t("configSame") }}
			columns={[
				{ title: t("configChanges"), width: FIELD_PIXELS, render: (_, { field }) => name(fieldLabel(section, field)) },
				{
					title: t("configBefore"),
					render: (_, { field, before }) => <ValueText {...{ section, field }} value={before} />,
				},
				{
					title: t("configAfter"),
					render: (_, { field, after }) => <ValueText {...{ section, field }} value={after} />,
				},
			]}
		/>
	);
}

/** What can be done with a version now, by whoever looks at it. */
function Steps({ of: { version }, onAsk }: { readonly of: InFull; readonly onAsk: (asking: Asking) => void }) {
	const { t } = useWords();
	const me = useMe();
	const { nodeId, status } = version;
	const publishes = me.may("configuration.publish", nodeId);
	const isOut = status === "published" || status === "paused";
	return (
		<div className="view-acts">
			{status === "draft" && <CheckAndApprove version={version} publishes={publishes} />}
			{publishes && (status === "approved" || isOut) && version.undoes === null && (
				<Button type="primary" onClick={() => onAsk("publish")}>
					{t(status === "approved" ? "configPublish" : "configWiden")}
				</Button>
			)}
			{publishes && status === "published" && <Button onClick={() => onAsk("pauseVersion")}>{t("configPause")}</Button>}
			{publishes && isOut && (
				<Button danger onClick={() => onAsk("takeBackVersion")}>
					{t("configTakeBack")}
				</Button>
			)}
		</div>
	);
}

function CheckAndApprove({ version, publishes }: { readonly version: InFull["version"]; readonly publishes: boolean }) {
	const { t } = useWords();
	const me = useMe();
	const check = useChange(CHECK_VERSION, TOUCHED);
	const approve = useChange(APPROVE_VERSION, TOUCHED);
	const [asked, setAsked] = useState<number | null>(null);
	const { nodeId, versionId } = version;
	const params = { nodeId, versionId };
	const checkAll = async () => {
		for (;;) {
			const { version: now } = await check.mutateAsync({ input: { params } });
			setAsked(now.check.done ? null : now.check.asked);
			if (now.check.done) return;
		}
	};
	const tried = (work: Promise<unknown>) => void work.catch(() => setAsked(null));
	const refusal = check.error ?? approve.error;
	return (
		<>
			{refusal instanceof Refusal && <ProblemNotice refusal={refusal} />}
			{!version.check.done && me.may("configuration.draft", nodeId) && (
				<Button type="primary" loading={check.isPending} onClick={() => tried(checkAll())}>
					{asked === null ? t("configCheck") : t("configChecking", { count: asked })}
				</Button>
			)}
			{version.check.done && publishes && (
				<Button
					type="primary"
					loading={approve.isPending}
					onClick={() => tried(approve.mutateAsync({ input: { params }, options: { version: version.version } }))}
				>
					{t("configApprove")}
				</Button>
			)}
		</>
	);
}
