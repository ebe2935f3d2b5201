import { Form } from "antd";
import { useState } from "react";
import { mayStandUnder } from "../../rules/institution.ts";
import { CHANGE_NODE } from "../../rules/routes/people.ts";
import type { NodeChange } from "../../schema/endpoint/people-endpoints.ts";
import type { InstitutionNode } from "../../schema/institution.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { NameFields } from "../parts/form/name-fields.tsx";
import { useWords } from "../words/words.ts";
import { NodeSelect } from "./node-select.tsx";

/** What a node is called and under which it stands. */
export function ChangeNode({ node, onClose }: { readonly node: InstitutionNode; readonly onClose: () => void }) {
	const { t } = useWords();
	const [basis, setBasis] = useState(node);
	const change = useChange(CHANGE_NODE, ["nodes"]);
	const { nodeId, version, name, parentId } = basis;
	return (
		<FormDialog<NodeChange>
			key={version}
			title={t("nodeChange")}
			submitText={t("save")}
			initial={{ name, ...(parentId !== null && { parentId }) }}
			onSubmit={(body) => change.mutateAsync({ input: { params: { nodeId }, body }, options: { version } })}
			onClose={onClose}
			onLoadNewest={() => setBasis(node)}
		>
			<NameFields of="thing" />
			<Form.Item
				name="parentId"
				label={t("nodeParent")}
				extra={t("nodeMoveHint")}
				rules={[{ required: true, message: t("requiredField") }]}
			>
				<NodeSelect
					label={t("nodeParent")}
					placeholder={t("nodeParent")}
					selectable={(parent) => mayStandUnder(nodeId, parent)}
				/>
			</Form.Item>
		</FormDialog>
	);
}
