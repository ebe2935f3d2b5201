import { Form } from "antd";
import { NO_VERSION_KEY } from "../../rules/configuration/no-version.ts";
import { BANK, NODE_FORMS, regionOf } from "../../rules/institution.ts";
import { SECTIONS } from "../../rules/routes/configuration.ts";
import { SECTION_LABELS } from "../configuration/labels/section-labels.ts";
import { useRead } from "../data/use-read.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName, useNodes } from "../institution/use-nodes.ts";
import { useWords } from "../words/words.ts";
import type { BranchValues } from "./branch-form.tsx";

/** What is published for all branches of the region: a new one goes by it, whatever is chosen here. */
export function PublishedAbove() {
	const { t, name, locale } = useWords();
	const me = useMe();
	const nodeName = useNodeName();
	const { data: nodes = [] } = useNodes();
	const branchId = Form.useWatch("branchId", Form.useFormInstance<BranchValues>()) ?? "";
	const region = NODE_FORMS.branch.test(branchId) ? regionOf(branchId) : BANK;
	const nodeId = nodes.some((node) => node.nodeId === region) ? region : BANK;
	const { data } = useRead(SECTIONS, { params: { nodeId } }, { enabled: me.may("configuration.look", nodeId) });
	const published = (data?.sections ?? []).filter(({ kind, key }) => kind === "live" && key !== NO_VERSION_KEY);
	if (published.length === 0) return null;
	return (
		<p role="status">
			{t("newBranchPublished", {
				place: nodeName(nodeId),
				sections: published
					.map(({ section }) => name(SECTION_LABELS[section].name))
					.join(locale === "zh" ? "、" : ", "),
			})}
		</p>
	);
}
