import type { Device } from "../../schema/device.ts";
import { useChange } from "../data/use-change.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { useWords } from "../words/words.ts";

const REVOKE = { name: "revokeDevice", method: "DELETE", path: "/branches/:branchId/devices/:deviceId" } as const;

/** Asks once before a device is cut off. */
export function RevokeDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
	const { t } = useWords();
	const revoke = useChange(REVOKE, ["devices", "devicesOfBranch"]);
	const { branchId, deviceId, name } = device;
	return (
		<ConfirmDialog
			title={t("deviceRevokeAsk", { name })}
			submitText={t("deviceRevoke")}
			danger
			onSubmit={() => revoke.mutateAsync({ input: { params: { branchId, deviceId } } })}
			onClose={onClose}
		>
			<p>{t("deviceRevokeText")}</p>
		</ConfirmDialog>
	);
}
