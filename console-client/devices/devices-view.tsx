import { Button } from "antd";
import { useState } from "react";
import type { ListedDevice } from "../../schema/people/device.ts";
import { useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { FigureAge } from "../parts/figure-age.tsx";
import { PagedList } from "../parts/paged-list.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useStaffNames } from "../people/use-staff-names.ts";
import { useWords } from "../words/words.ts";
import { deviceColumns } from "./device-columns.tsx";
import { DeviceFilter } from "./device-filter.tsx";
import { PairDialog } from "./pair-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { useDevices } from "./use-devices.ts";

type Doing = { readonly act: "rename" | "revoke"; readonly deviceId: string };

/** Devices within one's place or at one branch: how they are, pairing, renaming, revoking. */
export default function DevicesView() {
	const words = useWords();
	const { t } = words;
	const me = useMe();
	const { query } = useAddress();
	const nodeName = useNodeName();
	const list = useDevices(query);
	const [pairing, setPairing] = useState(false);
	const [doing, setDoing] = useState<Doing | null>(null);
	const device = list.rows.find(({ deviceId }) => deviceId === doing?.deviceId);
	const onAct = (act: Doing["act"], { deviceId }: ListedDevice) => setDoing({ act, deviceId });
	const close = () => setDoing(null);
	const staffName = useStaffNames(
		list.rows.flatMap(({ pairedBy, revokedBy }) => [pairedBy, revokedBy]),
		list.rows.map(({ branchId }) => branchId),
	);
	return (
		<>
			<ViewHead title={t("devicesTitle")} text={t("devicesText")}>
				{me.may("device.approve") && (
					<Button type="primary" onClick={() => setPairing(true)}>
						{t("devicePair")}
					</Button>
				)}
			</ViewHead>
			<DeviceFilter query={query} />
			{list.read.dataUpdatedAt > 0 && <FigureAge readAt={list.read.dataUpdatedAt} />}
			<PagedList
				label={t("devicesTitle")}
				list={list}
				rowKey={(row) => row.deviceId}
				columns={deviceColumns({ words, me, nodeName, staffName, onAct })}
				empty={t("devicesNone")}
			/>
			{pairing && <PairDialog branchId={query.get("branch")} onClose={() => setPairing(false)} />}
			{doing?.act === "rename" && device && <RenameDialog device={device} onClose={close} />}
			{doing?.act === "revoke" && device && <RevokeDialog device={device} staffName={staffName} onClose={close} />}
		</>
	);
}
