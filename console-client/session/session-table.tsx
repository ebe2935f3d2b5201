import { Button, Table } from "antd";
import type { SessionRow, SignInMethod } from "../../schema/people/session.ts";
import { moment } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { reachableByKey } from "../parts/reachable-by-key.ts";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";

const METHOD_WORD = {
	password: "methodPassword",
	"identity-provider": "methodIdentityProvider",
	"device-key": "methodDeviceKey",
	demo: "methodDemo",
} as const satisfies Record<SignInMethod, string>;

/** Sign-ins of one person, the latest used first; the one that asks is marked and cannot be ended here. */
export function SessionTable(props: {
	readonly rows: readonly SessionRow[];
	readonly onEnd?: (sessionId: string) => void;
}) {
	const { t } = useWords();
	const { rows, onEnd } = props;
	const columns: Columns<SessionRow> = [
		{
			title: t("mineWhere"),
			dataIndex: "label",
			render: (label: string, row) => (
				<>
					{label} {row.current && <Sign tone="good">{t("thisSession")}</Sign>}
					{row.locked && <Sign tone="near">{t("locked")}</Sign>}
				</>
			),
		},
		{ title: t("mineMethod"), dataIndex: "method", render: (method: SignInMethod) => t(METHOD_WORD[method]) },
		{ title: t("mineStarted"), dataIndex: "startedAt", className: "figure", render: moment },
		{ title: t("mineLastUsed"), dataIndex: "lastUsedAt", className: "figure", render: moment },
		{ title: t("mineEnds"), dataIndex: "endsAt", className: "figure", render: moment },
	];
	if (onEnd !== undefined) {
		columns.push({
			key: "acts",
			render: (_, row) =>
				!row.current && (
					<Button size="small" onClick={() => onEnd(row.sessionId)}>
						{t("endSession")}
					</Button>
				),
		});
	}
	return (
		<Table<SessionRow>
			size="middle"
			rowKey="sessionId"
			columns={columns}
			dataSource={rows.toSorted((a, b) => b.lastUsedAt - a.lastUsedAt)}
			pagination={false}
			ref={reachableByKey(t("mySessions"))}
			scroll={{ x: "max-content" }}
			locale={{ emptyText: t("sessionsNone") }}
		/>
	);
}
