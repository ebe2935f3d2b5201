import { Form, Input, Select } from "antd";
import { mayStandUnder, NODE_FORMS, regionOf } from "../../rules/institution.ts";
import { BranchKind } from "../../schema/hall/configuration.ts";
import { PublicName } from "../../schema/text/public-name.ts";
import { BRANCH_KIND_WORD } from "../branches/branch-labels.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { useNodes } from "../institution/use-nodes.ts";
import { ContractText } from "../parts/form/contract-text.tsx";
import { NameFields } from "../parts/form/name-fields.tsx";
import { useWords } from "../words/words.ts";
import type { BranchValues } from "./branch-form.tsx";
import { SHIPPED_ORIGIN, usualCounters } from "./branch-plan.ts";

/** Id, names, kind, and what it is made from; of a region that is not there yet its name as well. */
export function BranchFields() {
	const { t } = useWords();
	const me = useMe();
	const form = Form.useFormInstance<BranchValues>();
	const chooseKind = (kind: BranchKind) => {
		if (form.getFieldValue("sister") === undefined)
			form.setFieldValue("counterIds", usualCounters(SHIPPED_ORIGIN, kind));
	};
	return (
		<>
			<Form.Item
				name="branchId"
				label={t("nodeId")}
				extra={t("nodeIdBranch")}
				rules={[{ required: true, pattern: NODE_FORMS.branch, message: t("nodeIdBranch") }]}
			>
				<Input autoComplete="off" />
			</Form.Item>
			<RegionFields />
			<NameFields of="thing" />
			<Form.Item name="kind" label={t("branchKind")}>
				<Select
					onChange={chooseKind}
					options={BranchKind.options.map((value) => ({ value, label: t(BRANCH_KIND_WORD[value]) }))}
				/>
			</Form.Item>
			<Form.Item name="sister" label={t("newBranchFrom")} extra={t("newBranchFromText")}>
				<NodeSelect
					label={t("newBranchFrom")}
					placeholder={t("newBranchShipped")}
					allowClear
					selectable={(nodeId) => nodeId.includes("-") && me.may("configuration.read", nodeId)}
				/>
			</Form.Item>
		</>
	);
}

/** The name of a region that does not exist yet; where a region has sub-branches, which of them the branch belongs to. */
function RegionFields() {
	const { t } = useWords();
	const form = Form.useFormInstance<BranchValues>();
	const { data: nodes } = useNodes();
	const branchId = Form.useWatch("branchId", form) ?? "";
	if (nodes === undefined || !NODE_FORMS.branch.test(branchId)) return null;
	const regionId = regionOf(branchId);
	const { zh, en } = PublicName.shape;
	if (!nodes.some(({ nodeId }) => nodeId === regionId)) {
		return (
			<>
				<p className="soft">{t("newBranchRegion", { region: regionId })}</p>
				<ContractText schema={zh} name={["region", "zh"]} label={t("newBranchRegionZh")} />
				<ContractText schema={en} name={["region", "en"]} label={t("newBranchRegionEn")} />
			</>
		);
	}
	if (!nodes.some(({ nodeId }) => nodeId.startsWith(`${regionId}.`))) return null;
	return (
		<Form.Item name="parentId" label={t("nodeParent")} initialValue={regionId}>
			<NodeSelect label={t("nodeParent")} selectable={(parentId) => mayStandUnder(branchId, parentId)} />
		</Form.Item>
	);
}
