import type * as z from "zod";

/** How many faults of one input its sender is told. */
const ERRORS_MAX = 20;
/** What a property of the contract could be called, and a customer's name or number could not. */
const PLAIN_KEY = /^(?!.*\d{5})[\w.-]{1,40}$/;
const isPlain = (key: PropertyKey) => PLAIN_KEY.test(String(key));

/** What is wrong with an input and where, in words that repeat nothing of what was sent but plain names of properties. */
export function inputErrors({ issues }: z.ZodError, part?: string): { path: string; message: string }[] {
	return issues.slice(0, ERRORS_MAX).map((issue) => ({
		path: [...(part === undefined ? [] : [part]), ...issue.path].map((key) => (isPlain(key) ? key : "?")).join("."),
		message: issue.code === "unrecognized_keys" && !issue.keys.every(isPlain) ? "Unrecognized key" : issue.message,
	}));
}
