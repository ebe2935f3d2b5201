import type { Assignment } from "../../schema/people/person.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";

/** Somebody's roles, each with its place. */
export function RoleSigns({ assignments }: { readonly assignments: readonly Assignment[] }) {
	const { name } = useWords();
	const nodeName = useNodeName();
	return (
		<ul className="signs">
			{assignments.map(({ role, nodeId }) => (
				<li key={`${role} ${nodeId}`}>
					<Sign tone="plain">
						{name(ROLE_NAMES[role])} · {nodeName(nodeId)}
					</Sign>
				</li>
			))}
		</ul>
	);
}
