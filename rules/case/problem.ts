import type { CaseDefinition } from "./definition.ts";

/** A problem of the day (日清日结): found today, so somebody owns it today, and it stays in sight until there is a result. */
export const PROBLEM = {
	open: ["open"],
	over: ["solved", "dropped"],
	texts: ["what", "result", "why", "customer"],
	personal: ["customer"],
	rights: { open: "problem.open", read: "problem.read" },
	opening: { needs: ["what", "owner"], takes: ["due", "customer"] },
	steps: {
		"hand-over": { from: ["open"], by: ["owner", "problem.oversee"], needs: ["owner"], takes: ["why"] },
		"carry-over": { from: ["open"], by: ["owner", "problem.oversee"], needs: ["due", "why"] },
		solve: { from: ["open"], to: "solved", by: ["owner", "problem.oversee"], needs: ["result"] },
		drop: { from: ["open"], to: "dropped", by: ["opener", "problem.oversee"], needs: ["why"] },
	},
	escalatesAfterMs: 3_600_000,
	escalatesTo: ["branch-head", "deputy-head"],
} as const satisfies CaseDefinition;
