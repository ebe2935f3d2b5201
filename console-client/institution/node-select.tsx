import { TreeSelect } from "antd";
import { useMemo } from "react";
import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { useWords } from "../words/words.ts";
import { type Branching, treeOf } from "./node-tree.ts";
import { useNodes } from "./use-nodes.ts";

/** Of a list that opens above its field: as much as fits between the field and the top of the page. */
const LIST_HEIGHT_PX = 160;

type TreeItem = {
	readonly value: string;
	readonly title: string;
	readonly disabled: boolean;
	readonly children: TreeItem[];
};

/** Picks a node of the institution tree, by its name or id; what may not be picked is shown and cannot be. */
export function NodeSelect(props: {
	readonly id?: string;
	readonly value?: string | undefined;
	readonly onChange?: (nodeId: string | undefined) => void;
	readonly selectable?: (nodeId: string) => boolean;
	readonly allowClear?: boolean;
	readonly disabled?: boolean;
	readonly label?: string;
	readonly placeholder?: string;
}) {
	const { t } = useWords();
	const look = useTreeLook(props.selectable);
	return (
		<TreeSelect<string | undefined, TreeItem>
			{...(props.id !== undefined && { id: props.id })}
			{...look}
			aria-label={props.label}
			value={props.value}
			onChange={(nodeId) => props.onChange?.(nodeId)}
			allowClear={props.allowClear ?? false}
			disabled={props.disabled ?? false}
			placeholder={props.placeholder ?? t("all")}
		/>
	);
}

/** Picks any number of nodes, as `NodeSelect` picks one. */
export function NodesSelect(props: {
	readonly id?: string;
	readonly value?: readonly string[];
	readonly onChange?: (nodeIds: readonly string[]) => void;
	readonly selectable: (nodeId: string) => boolean;
	readonly label: string;
}) {
	const look = useTreeLook(props.selectable);
	return (
		<TreeSelect<string[], TreeItem>
			{...(props.id !== undefined && { id: props.id })}
			{...look}
			multiple
			// It stays open while several are picked: above the field it leaves the dialog's buttons free.
			placement="topLeft"
			listHeight={LIST_HEIGHT_PX}
			aria-label={props.label}
			value={[...(props.value ?? [])]}
			onChange={(nodeIds) => props.onChange?.(nodeIds)}
		/>
	);
}

/** The tree of the institution, opened, with each node by its name and id. */
function useTreeLook(selectable: (nodeId: string) => boolean = () => true) {
	const { name, locale } = useWords();
	const { data, isPending } = useNodes();
	const tree = useMemo(() => treeOf(data ?? []), [data]);
	const item = ({ node, below }: Branching): TreeItem => ({
		value: node.nodeId,
		title: nameAndNumber(name(node.name), node.nodeId, locale),
		disabled: !selectable(node.nodeId),
		children: below.map(item),
	});
	return {
		className: "wide",
		treeData: tree.map(item),
		treeDefaultExpandAll: true,
		showSearch: { treeNodeFilterProp: "title" },
		loading: isPending,
		...(!isPending && { suffixIcon: <Icon name="down" /> }),
		popupMatchSelectWidth: 360,
	};
}
