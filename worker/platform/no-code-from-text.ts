/**
 * In place of the parts of zod that make code from text and that look for input which contains itself (`[alias]` of wrangler.toml):
 * the platform lets nothing make code, what the worker reads is JSON, in which nothing can contain itself.
 */
class Doc {
	constructor() {
		throw new Error("the worker makes no code from text");
	}
}

/** zod goes without one where there is none. */
const memoizer = () => undefined;
const never = () => false;

export { Doc, Doc as $ZodCyclicError, memoizer, never as isBackEdge, never as isRecursiveSchema };
