import { createContext, useContext } from "react";
import { anyHolds } from "../../rules/holding.ts";
import type { Right } from "../../rules/permission.ts";
import type { SessionInfo } from "../../schema/people/session.ts";

/** Who uses the console; every view is drawn below it. */
export const MeContext = createContext<SessionInfo | null>(null);

export type Me = {
	readonly session: SessionInfo;
	readonly staffId: string;
	/** Whether a right is held somewhere, or at the given node. */
	may(right: Right, nodeId?: string): boolean;
};

export function useMe(): Me {
	const session = useContext(MeContext);
	if (session === null) throw new Error("a view is drawn outside the frame");
	return {
		session,
		staffId: session.holder.kind === "staff" ? session.holder.staffId : session.holder.actor.deviceId,
		may: (right, nodeId) => anyHolds(session.actors, right, nodeId),
	};
}
