import { TreeSelect } from "antd";
import { useMemo } from "react";
import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { useWords } from "../words/words.ts";
import { type Branching, treeOf } from "./node-tree.ts";
import { useNodes } from "./use-nodes.ts";

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
	const { t, name, locale } = useWords();
	const { data, isPending } = useNodes();
	const { selectable = () => true } = props;
	const tree = useMemo(() => treeOf(data ?? []), [data]);
	const item = ({ node, below }: Branching): TreeItem => ({
		value: node.nodeId,
		title: nameAndNumber(name(node.name), node.nodeId, locale),
		disabled: !selectable(node.nodeId),
		children: below.map(item),
	});
	return (
		<TreeSelect<string | undefined, TreeItem>
			{...(props.id !== undefined && { id: props.id })}
			aria-label={props.label}
			className="wide"
			value={props.value}
			onChange={(nodeId) => props.onChange?.(nodeId)}
			treeData={tree.map(item)}
			treeDefaultExpandAll
			showSearch={{ treeNodeFilterProp: "title" }}
			allowClear={props.allowClear ?? false}
			disabled={props.disabled ?? false}
			loading={isPending}
			{...(!isPending && { suffixIcon: <Icon name="down" /> })}
			placeholder={props.placeholder ?? t("all")}
			popupMatchSelectWidth={360}
		/>
	);
}
