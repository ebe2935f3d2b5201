import { kindOfNode } from "../../rules/institution.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { useWords } from "../words/words.ts";

/** Whose configuration is looked at. */
export function PlaceChoice({
	nodeId,
	onChoose,
}: {
	readonly nodeId: string;
	readonly onChoose: (to: string) => void;
}) {
	const { t } = useWords();
	const me = useMe();
	return (
		<NodeSelect
			label={t("configPlace")}
			value={nodeId}
			selectable={(to) => kindOfNode(to) !== "sub-branch" && me.may("configuration.look", to)}
			onChange={(to) => to !== undefined && onChoose(to)}
		/>
	);
}
