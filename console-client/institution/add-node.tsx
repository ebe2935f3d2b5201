import { Form, Input, Select } from "antd";
import { mayStandUnder, NODE_FORMS } from "../../rules/institution.ts";
import { ADD_NODE } from "../../rules/routes/people.ts";
import type { NewNode } from "../../schema/endpoint/people-endpoints.ts";
import { useChange } from "../data/use-change.ts";
import { useMe } from "../frame/me.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { NameFields } from "../parts/form/name-fields.tsx";
import { useWords } from "../words/words.ts";
import { KIND_WORD } from "./node-labels.ts";
import { NodeSelect } from "./node-select.tsx";

const FORM_WORD = {
	region: "nodeIdRegion",
	"sub-branch": "nodeIdSubBranch",
	branch: "nodeIdBranch",
} as const;
const KINDS = ["region", "sub-branch", "branch"] as const;

type Values = NewNode & { readonly kind: keyof typeof NODE_FORMS };

/** A new region, sub-branch or branch. */
export function AddNode({ onClose }: { readonly onClose: () => void }) {
	const { t } = useWords();
	const add = useChange(ADD_NODE, ["nodes"]);
	return (
		<FormDialog<Values>
			title={t("nodeAdd")}
			submitText={t("nodeAdd")}
			initial={{ kind: "branch" }}
			onSubmit={({ kind: _, ...body }) => add.mutateAsync({ input: { body } })}
			onClose={onClose}
		>
			<Form.Item name="kind" label={t("nodeKind")}>
				<Select options={KINDS.map((kind) => ({ value: kind, label: t(KIND_WORD[kind]) }))} />
			</Form.Item>
			<IdAndParent />
			<NameFields of="thing" />
		</FormDialog>
	);
}

function IdAndParent() {
	const { t } = useWords();
	const me = useMe();
	const form = Form.useFormInstance<Values>();
	const kind = Form.useWatch("kind", form) ?? "branch";
	const [word, pattern] = [FORM_WORD[kind], NODE_FORMS[kind]];
	const nodeId = Form.useWatch("nodeId", form) ?? "";
	return (
		<>
			<Form.Item
				name="nodeId"
				label={t("nodeId")}
				extra={t(word)}
				rules={[{ required: true, pattern, message: t(word) }]}
			>
				<Input autoComplete="off" />
			</Form.Item>
			<Form.Item name="parentId" label={t("nodeParent")} rules={[{ required: true, message: t("requiredField") }]}>
				<NodeSelect
					label={t("nodeParent")}
					placeholder={t("nodeParent")}
					selectable={(parentId) =>
						pattern.test(nodeId) && mayStandUnder(nodeId, parentId) && me.may("institution.manage", parentId)
					}
				/>
			</Form.Item>
		</>
	);
}
