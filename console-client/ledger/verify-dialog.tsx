import { Button, Modal } from "antd";
import { useState } from "react";
import { LEDGER_VERIFICATION } from "../../rules/routes/ledger.ts";
import { useRead } from "../data/use-read.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { Field } from "../parts/form/field.tsx";
import { useFocusReturn } from "../parts/form/use-focus-return.ts";
import { Reading } from "../parts/reading.tsx";
import { useWords } from "../words/words.ts";
import { VerificationResult } from "./verification-result.tsx";

const DIALOG_WIDTH = 720;

/** Follows a chain from end to end and says in words what was found. */
export function VerifyDialog(props: { readonly nodeId: string | undefined; readonly onClose: () => void }) {
	useFocusReturn();
	const { t } = useWords();
	const me = useMe();
	const [nodeId, setNodeId] = useState(props.nodeId);
	const read = useRead(LEDGER_VERIFICATION, { params: { nodeId: nodeId ?? "" } }, { enabled: nodeId !== undefined });
	return (
		<Modal
			open
			title={t("ledgerVerifyTitle")}
			width={DIALOG_WIDTH}
			onCancel={props.onClose}
			footer={<Button onClick={props.onClose}>{t("close")}</Button>}
		>
			<Field label={t("ledgerVerifyNode")}>
				{(id) => (
					<NodeSelect id={id} selectable={(each) => me.may("audit.verify", each)} value={nodeId} onChange={setNodeId} />
				)}
			</Field>
			{nodeId !== undefined &&
				(read.data === undefined ? <Reading read={read} part /> : <VerificationResult result={read.data} />)}
		</Modal>
	);
}
