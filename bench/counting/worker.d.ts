import { DurableObject } from "cloudflare:workers";

/** The worker as it is bundled for deployment: the bench puts that file beside `counting-branch.ts`. */
export class BranchObject extends DurableObject<object> {
	override alarm(): Promise<void>;
	/** Something is published for this branch. */
	sectionsChanged(): Promise<void>;
}

/** These are as deployed: what they write is not counted as a branch's. */
export class HolderObject extends DurableObject<object> {}
export class LedgerObject extends DurableObject<object> {}

declare const door: {
	fetch(request: Request, env: unknown, context: ExecutionContext): Promise<Response>;
	scheduled(turn: { readonly scheduledTime: number; readonly cron: string }, env: unknown): Promise<void>;
};
export default door;
