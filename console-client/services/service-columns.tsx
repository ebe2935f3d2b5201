import { Button } from "antd";
import type { ServiceAccount } from "../../schema/people/service-account.ts";
import { SERVICE_SCOPE_NAMES } from "../../schema/service-scope-name.ts";
import type { Me } from "../frame/me.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Words } from "../words/words.ts";
import { serviceState } from "./service-state.ts";

type Given = {
	readonly words: Words;
	readonly me: Me;
	readonly nodeName: (nodeId: string) => string;
	readonly staffName: (staffId: string) => string;
	readonly onAct: (act: "renew" | "revoke", account: ServiceAccount) => void;
};

/** Columns of the list of service accounts, with what one may do to each. */
export function serviceColumns(given: Given): Columns<ServiceAccount> {
	const {
		words: { t, name },
		me,
		nodeName,
		staffName,
		onAct,
	} = given;
	const act = (at: number, by: string | null) => `${momentToMinute(at)} ${by === null ? "" : staffName(by)}`;
	return [
		{
			title: t("itsName"),
			key: "name",
			className: "long-cell",
			render: (_, { name: itsName, accountId }) => (
				<>
					<div>{itsName}</div>
					<code className="soft">{accountId}</code>
				</>
			),
		},
		{ title: t("servicePlace"), dataIndex: "nodeId", className: "note-cell", render: nodeName },
		{
			title: t("serviceMay"),
			key: "scopes",
			render: (_, { scopes }) =>
				scopes.map((scope) => (
					<div key={scope} className="sentence">
						{name(SERVICE_SCOPE_NAMES[scope])}
					</div>
				)),
		},
		{
			title: t("status"),
			key: "status",
			className: "note-cell",
			render: (_, account) => {
				const { word, tone } = serviceState(account, Date.now());
				const { expiresAt, revokedAt, revokedBy } = account;
				return (
					<>
						<Sign tone={tone}>{t(word)}</Sign>
						<div className="soft">
							{revokedAt === null ? `${t("serviceUntil")} ${momentToMinute(expiresAt)}` : act(revokedAt, revokedBy)}
						</div>
					</>
				);
			},
		},
		{
			title: t("serviceMade"),
			key: "made",
			className: "note-cell",
			render: (_, { createdAt, createdBy, rotatedAt, rotatedBy }) => (
				<>
					<div>{act(createdAt, createdBy)}</div>
					{rotatedAt !== null && <div className="soft">{`${t("serviceRenewed")} ${act(rotatedAt, rotatedBy)}`}</div>}
				</>
			),
		},
		{
			key: "acts",
			// Stays in sight where the window is narrow.
			fixed: "end",
			render: (_, account) =>
				account.revokedAt === null &&
				me.may("service-account.manage", account.nodeId) && (
					<span className="row-acts">
						<Button size="small" onClick={() => onAct("renew", account)}>
							{t("serviceRenew")}
						</Button>
						<Button size="small" danger onClick={() => onAct("revoke", account)}>
							{t("deviceRevoke")}
						</Button>
					</span>
				),
		},
	];
}
