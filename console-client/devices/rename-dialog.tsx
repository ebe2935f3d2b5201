import { Form, Input } from "antd";
import { useState } from "react";
import { RENAME_DEVICE } from "../../rules/routes/device.ts";
import type { Device } from "../../schema/people/device.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";

const NAME_MAX_CHARS = 40;

/** Another name for a device. */
export function RenameDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
	const { t } = useWords();
	const [basis, setBasis] = useState(device);
	const rename = useChange(RENAME_DEVICE, ["devices", "devicesOfBranch"]);
	const { branchId, deviceId, version, name } = basis;
	return (
		<FormDialog<{ name: string }>
			key={version}
			title={t("deviceRename")}
			submitText={t("save")}
			initial={{ name }}
			onSubmit={(body) => rename.mutateAsync({ input: { params: { branchId, deviceId }, body }, options: { version } })}
			onClose={onClose}
			onLoadNewest={() => setBasis(device)}
		>
			<Form.Item
				name="name"
				label={t("itsName")}
				rules={[{ required: true, whitespace: true, message: t("requiredField") }]}
			>
				<Input maxLength={NAME_MAX_CHARS} autoComplete="off" />
			</Form.Item>
		</FormDialog>
	);
}
