import { useEffect, useState } from "react";
import { call } from "../../client-kit/call.ts";
import { obtainSession } from "../../client-kit/session.ts";
import type { DemoTokenBody } from "../../schema/demo.ts";

/**
 * How long after a no-show a customer may return, milliseconds: asked of the configuration once per business day,
 * for the live view does not carry it. Null until known; then no list leaves anybody out.
 */
export function useReturnGrace(branchId: string, wanted: DemoTokenBody, businessDay: string | null): number | null {
	const [graceMs, setGraceMs] = useState<number | null>(null);
	const wantedText = JSON.stringify(wanted);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new business day may come with a new configuration.
	useEffect(() => {
		let isCurrent = true;
		const ask = async () => {
			const session = await obtainSession(JSON.parse(wantedText) as DemoTokenBody);
			if ("problem" in session) return;
			const route = { name: "configuration", method: "GET", path: "/branches/:branchId/configuration" } as const;
			const result = await call(route, { params: { branchId } }, session.credential);
			if (isCurrent && result.ok) setGraceMs(result.value.limits.returnGraceMs);
		};
		void ask();
		return () => {
			isCurrent = false;
		};
	}, [branchId, wantedText, businessDay]);
	return graceMs;
}
