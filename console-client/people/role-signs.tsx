import type { Assignment } from "../../schema/person.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { Sign } from "../parts/sign.tsx";
import { ROLE_WORD } from "../words/labels.ts";
import { useWords } from "../words/words.ts";

/** Somebody's roles, each with its place. */
export function RoleSigns({ assignments }: { readonly assignments: readonly Assignment[] }) {
	const { t } = useWords();
	const nodeName = useNodeName();
	return (
		<ul className="signs">
			{assignments.map(({ role, nodeId }) => (
				<li key={`${role} ${nodeId}`}>
					<Sign tone="plain">
						{t(ROLE_WORD[role])} · {nodeName(nodeId)}
					</Sign>
				</li>
			))}
		</ul>
	);
}
