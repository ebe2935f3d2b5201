import { Button } from "antd";
import type { InstitutionNode } from "../../schema/institution.ts";
import { addressTo } from "../frame/address.ts";
import type { Me } from "../frame/me.ts";
import type { Columns } from "../parts/paged-list.tsx";
import type { Words } from "../words/words.ts";
import { KIND_WORD } from "./node-labels.ts";

export type NodeRow = InstitutionNode & { readonly children?: NodeRow[] };

/** Columns of the institution tree. The bank itself stays what it is. */
export function nodeColumns({ t, name }: Words, me: Me, onChange: (nodeId: string) => void): Columns<NodeRow> {
	return [
		{ title: t("itsName"), key: "name", render: (_, node) => name(node.name) },
		{ title: t("nodeKind"), key: "kind", render: (_, node) => t(KIND_WORD[node.kind]) },
		{ title: t("nodeId"), key: "id", render: (_, node) => <code>{node.nodeId}</code> },
		{
			key: "acts",
			render: (_, node) => (
				<span className="row-acts">
					{me.may("person.read", node.nodeId) && (
						<a href={addressTo(["people"], { node: node.nodeId })}>{t("nodePeople")}</a>
					)}
					{node.kind !== "bank" && me.may("institution.manage", node.nodeId) && (
						<Button size="small" onClick={() => onChange(node.nodeId)}>
							{t("nodeChange")}
						</Button>
					)}
				</span>
			),
		},
	];
}
