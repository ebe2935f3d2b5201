import { useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { CONFIGURATION } from "../../rules/routes/branch.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";

/** What the branch is called and which counters it has; null until known, or when it has none yet. */
export function useBranch(branchId: string, credential: Credential | null): BranchConfiguration | null {
	const [configuration, setConfiguration] = useState<BranchConfiguration | null>(null);
	useEffect(() => {
		let over = false;
		void call(CONFIGURATION, { params: { branchId } }, credential).then((answer) => {
			if (!over && answer.ok) setConfiguration(answer.value);
		});
		return () => {
			over = true;
		};
	}, [branchId, credential]);
	return configuration;
}
