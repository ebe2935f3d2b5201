import { Button, Table } from "antd";
import type { SectionVersion, VersionStatus } from "../../schema/configuration/version.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { reachableByKey } from "../parts/reachable-by-key.ts";
import { Sign } from "../parts/sign.tsx";
import type { Tone } from "../parts/tone.ts";
import { useStaffNames } from "../people/use-staff-names.ts";
import { useWords, type Words } from "../words/words.ts";
import { STATUS_WORD } from "./labels/section-labels.ts";

const STATUS_TONE = {
	draft: "near",
	approved: "near",
	published: "good",
	paused: "over",
	replaced: "plain",
	"taken-back": "plain",
} as const satisfies Record<VersionStatus, Tone>;

/** The versions of a section at a place, newest first. */
export function VersionList(props: {
	readonly versions: readonly SectionVersion[];
	readonly onOpen: (version: SectionVersion) => void;
}) {
	const words = useWords();
	const { versions } = props;
	const staffName = useStaffNames(versions.flatMap((each) => [each.draftedBy, each.approvedBy, each.publishedBy]));
	return (
		<Table<SectionVersion>
			size="small"
			rowKey="versionId"
			columns={columnsOf(words, props.onOpen, staffName)}
			dataSource={[...versions]}
			pagination={false}
			ref={reachableByKey(words.t("configHistory"))}
			scroll={{ x: "max-content" }}
			locale={{ emptyText: words.t("configShipped") }}
		/>
	);
}

/** Where a version stands, in a word. */
export function VersionSign({ status }: { readonly status: VersionStatus }) {
	const { t } = useWords();
	return <Sign tone={STATUS_TONE[status]}>{t(STATUS_WORD[status])}</Sign>;
}

function columnsOf(
	{ t }: Words,
	onOpen: (version: SectionVersion) => void,
	staffName: (staffId: string) => string,
): Columns<SectionVersion> {
	const byAt = (by: string | null, at: number | null) =>
		by === null ? "—" : `${staffName(by)} · ${at === null ? "" : momentToMinute(at)}`;
	return [
		{
			title: t("configHistory"),
			render: (_, version) => (
				<Button type="link" onClick={() => onOpen(version)}>
					{t("configVersion", { number: version.ordinal })}
				</Button>
			),
		},
		{ title: "", render: (_, { status }) => <VersionSign status={status} /> },
		{
			title: t("configWhy"),
			render: (_, { note, undoes }) => (undoes === null ? note : `${t("configUndoes", { number: undoes })} · ${note}`),
		},
		{ title: t("configDraftedBy"), render: (_, { draftedBy, draftedAt }) => byAt(draftedBy, draftedAt) },
		{ title: t("configApprovedBy"), render: (_, { approvedBy, approvedAt }) => byAt(approvedBy, approvedAt) },
		{ title: t("configPublishedBy"), render: (_, { publishedBy, publishedAt }) => byAt(publishedBy, publishedAt) },
	];
}
