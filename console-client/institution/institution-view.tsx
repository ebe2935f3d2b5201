import { Button, Table } from "antd";
import { useMemo, useState } from "react";
import { addressTo, NEW_BRANCH_PART } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { reachableByKey } from "../parts/reachable-by-key.ts";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { AddNode } from "./add-node.tsx";
import { ChangeNode } from "./change-node.tsx";
import { type NodeRow, nodeColumns } from "./node-columns.tsx";
import { type Branching, treeOf } from "./node-tree.ts";
import { useNodes } from "./use-nodes.ts";

/** The tree as far as one may see it; head office changes it here. */
export default function InstitutionView() {
	const words = useWords();
	const { t } = words;
	const me = useMe();
	const nodes = useNodes();
	const [adding, setAdding] = useState(false);
	const [changing, setChanging] = useState<string | null>(null);
	const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
	const rows = useMemo(() => treeOf(nodes.data ?? []).map(rowOf), [nodes.data]);
	if (nodes.data === undefined) return <Reading read={nodes} />;
	const changed = nodes.data.find(({ nodeId }) => nodeId === changing);
	const manages = me.may("institution.manage");
	return (
		<>
			<ViewHead title={t("institutionTitle")} text={t("institutionText")}>
				{manages && <Button onClick={() => setAdding(true)}>{t("nodeAdd")}</Button>}
				{manages && me.may("branch.configure") && (
					<Button type="primary" href={addressTo(["institution", NEW_BRANCH_PART])}>
						{t("newBranch")}
					</Button>
				)}
			</ViewHead>
			{nodes.error !== null && <Reading read={nodes} part />}
			<Table<NodeRow>
				size="middle"
				rowKey="nodeId"
				columns={nodeColumns(words, me, setChanging)}
				dataSource={rows}
				pagination={false}
				sticky
				ref={reachableByKey(t("navInstitution"))}
				scroll={{ x: "max-content" }}
				expandable={{
					// Not left to the table, which would fold away a node added below one that had none.
					expandedRowKeys: nodes.data.flatMap(({ nodeId }) => (folded.has(nodeId) ? [] : [nodeId])),
					onExpand: (isOpen, { nodeId }) =>
						setFolded((before) => new Set(isOpen ? [...before].filter((id) => id !== nodeId) : [...before, nodeId])),
				}}
				locale={{ emptyText: t("nodesNone") }}
			/>
			{adding && <AddNode onClose={() => setAdding(false)} />}
			{changed !== undefined && <ChangeNode node={changed} onClose={() => setChanging(null)} />}
		</>
	);
}

function rowOf({ node, below }: Branching): NodeRow {
	return below.length === 0 ? node : { ...node, children: below.map(rowOf) };
}
