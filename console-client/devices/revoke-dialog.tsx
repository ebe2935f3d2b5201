import { REVOKE_DEVICE } from "../../rules/routes/device.ts";
import type { Device } from "../../schema/people/device.ts";
import { useChange } from "../data/use-change.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { ConfirmDialog } from "../parts/form/confirm-dialog.tsx";
import { momentToMinute } from "../parts/moment.ts";
import { useWords } from "../words/words.ts";
import { placeOfDevice } from "./device-labels.ts";

/** Asks once before a device is cut off. */
export function RevokeDialog(props: {
	readonly device: Device;
	readonly staffName: (staffId: string) => string;
	readonly onClose: () => void;
}) {
	const { device, staffName, onClose } = props;
	const { t } = useWords();
	const nodeName = useNodeName();
	const revoke = useChange(REVOKE_DEVICE, ["devices", "devicesOfBranch"]);
	const { branchId, deviceId, name } = device;
	return (
		<ConfirmDialog
			title={t("deviceRevokeAsk", { name })}
			submitText={t("deviceRevoke")}
			danger
			onSubmit={() => revoke.mutateAsync({ input: { params: { branchId, deviceId } } })}
			onClose={onClose}
		>
			<p className="soft">
				{[
					nodeName(branchId),
					placeOfDevice(device, t),
					t("devicePairedBy", { at: momentToMinute(device.pairedAt), staff: staffName(device.pairedBy) }),
				].join(" · ")}
			</p>
			<p>{t("deviceRevokeText")}</p>
		</ConfirmDialog>
	);
}
