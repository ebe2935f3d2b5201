import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { type CallResult, call } from "../client-kit/call/call.ts";
import type { Credential } from "../client-kit/call/credential.ts";
import { publishedContent } from "../client-kit/live/published-content.ts";
import { type Papers, SHIPPED_PAPERS } from "../rules/configuration/papers.ts";
import { PROMPTS } from "../rules/routes/branch.ts";

/**
 * What customers should have at hand at a branch, as it is published there. `heardOf` names what is published, undefined while the branch has
 * not been heard.
 */
export function publishedPapers(
	branchId: string,
	heardOf: ReadonlySignal<string | undefined>,
	credential: () => Promise<CallResult<Credential>>,
): ReadonlySignal<Papers> {
	const content = publishedContent<Papers>({
		keptAs: `tingtang.papers.${branchId}`,
		shipped: SHIPPED_PAPERS,
		ask: async () => {
			const obtained = await credential();
			if (!obtained.ok) return null;
			const answer = await call(PROMPTS, { params: { branchId } }, obtained.value);
			return answer.ok ? answer.value : null;
		},
		onChange: (value) => {
			papers.value = value;
		},
	});
	const papers = signal(content.kept);
	effect(() => {
		if (heardOf.value !== undefined) content.hear(heardOf.value);
	});
	return papers;
}
