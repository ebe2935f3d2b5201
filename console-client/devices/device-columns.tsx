import { Button } from "antd";
import type { ListedDevice } from "../../schema/people/device.ts";
import type { Me } from "../frame/me.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Words } from "../words/words.ts";
import { deviceState, pageOfDevice, placeOfDevice } from "./device-labels.ts";

type Given = {
	readonly words: Words;
	readonly me: Me;
	readonly nodeName: (nodeId: string) => string;
	readonly staffName: (staffId: string) => string;
	readonly onAct: (act: "rename" | "revoke", device: ListedDevice) => void;
};

/** Columns of the list of devices, with what one may do to each. */
export function deviceColumns({ words: { t }, me, nodeName, staffName, onAct }: Given): Columns<ListedDevice> {
	return [
		{ title: t("itsName"), dataIndex: "name" },
		{ title: t("deviceBranch"), dataIndex: "branchId", render: nodeName },
		{
			title: t("purpose"),
			key: "purpose",
			render: (_, device) => placeOfDevice(device, t),
		},
		{
			title: t("status"),
			key: "status",
			render: (_, device) => {
				const { word, tone } = deviceState(device, Date.now());
				const { revokedAt, revokedBy } = device;
				return (
					<span className="branch-cell">
						<Sign tone={tone}>{t(word)}</Sign>
						{revokedAt !== null && (
							<span className="soft">
								{momentToMinute(revokedAt)} {revokedBy !== null && staffName(revokedBy)}
							</span>
						)}
					</span>
				);
			},
		},
		{
			title: t("deviceSeen"),
			dataIndex: "lastSeenAt",
			className: "figure",
			render: (at: number | null) => (at === null ? t("deviceNeverSeen") : momentToMinute(at)),
		},
		{
			title: t("deviceVersion"),
			dataIndex: "clientVersion",
			className: "unbroken",
			render: (version: string) => <code>{version}</code>,
		},
		{
			title: t("deviceShows"),
			key: "shows",
			className: "note-cell",
			render: (_, device) => {
				const { text, strange } = pageOfDevice(device, t, nodeName);
				return strange ? <Sign tone="near">{text}</Sign> : text;
			},
		},
		{
			title: t("devicePaired"),
			key: "paired",
			render: (_, { pairedAt, pairedBy }) => (
				<span className="branch-cell">
					{momentToMinute(pairedAt)} <span className="soft">{staffName(pairedBy)}</span>
				</span>
			),
		},
		{
			key: "acts",
			// Stays in sight where the window is narrow.
			fixed: "end",
			render: (_, device) =>
				device.status === "active" && (
					<span className="row-acts">
						{me.may("device.approve", device.branchId) && (
							<Button size="small" onClick={() => onAct("rename", device)}>
								{t("deviceRename")}
							</Button>
						)}
						{me.may("device.revoke", device.branchId) && (
							<Button size="small" danger onClick={() => onAct("revoke", device)}>
								{t("deviceRevoke")}
							</Button>
						)}
					</span>
				),
		},
	];
}
