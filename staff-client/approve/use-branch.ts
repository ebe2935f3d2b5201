import { useEffect, useState } from "react";
import { call } from "../../client-kit/call.ts";
import type { Credential } from "../../client-kit/credential.ts";
import type { BranchConfiguration } from "../../schema/configuration.ts";

/** What the branch is called and which counters it has; null until known, or when it has none yet. */
export function useBranch(branchId: string, credential: Credential | null): BranchConfiguration | null {
	const [configuration, setConfiguration] = useState<BranchConfiguration | null>(null);
	useEffect(() => {
		let over = false;
		const route = { name: "configuration", method: "GET", path: "/branches/:branchId/configuration" } as const;
		void call(route, { params: { branchId } }, credential).then((answer) => {
			if (!over && answer.ok) setConfiguration(answer.value);
		});
		return () => {
			over = true;
		};
	}, [branchId, credential]);
	return configuration;
}
