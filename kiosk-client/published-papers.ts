import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { type CallResult, call } from "../client-kit/call/call.ts";
import type { Credential } from "../client-kit/call/credential.ts";
import { store, stored } from "../client-kit/page/web-storage.ts";
import { type Papers, SHIPPED_PAPERS } from "../rules/configuration/papers.ts";
import { PROMPTS } from "../rules/routes/branch.ts";

const KEPT_AS = "tingtang.papers.";

/**
 * What customers should have at hand at a branch, as it is published there; what was heard last stays without a network, and what ships
 * stands where nothing was heard. `heardOf` names what is published, undefined while the branch has not been heard: with each other name it
 * is asked for anew.
 */
export function publishedPapers(
	branchId: string,
	heardOf: ReadonlySignal<string | undefined>,
	credential: () => Promise<CallResult<Credential>>,
): ReadonlySignal<Papers> {
	const name = KEPT_AS + branchId;
	const papers = signal<Papers>(JSON.parse(stored("localStorage", name) ?? "null") ?? SHIPPED_PAPERS);
	const ask = async () => {
		const obtained = await credential();
		if (!obtained.ok) return;
		const answer = await call(PROMPTS, { params: { branchId } }, obtained.value);
		if (!answer.ok) return;
		papers.value = answer.value;
		store("localStorage", name, JSON.stringify(answer.value));
	};
	effect(() => {
		if (heardOf.value !== undefined) void ask();
	});
	return papers;
}
