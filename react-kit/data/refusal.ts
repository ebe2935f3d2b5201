import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { EndpointName } from "../../schema/endpoint/api.ts";

/** What a call was answered with instead of what was asked for. */
export class Refusal extends Error {
	readonly problem: ClientProblem;
	/** What was asked. */
	readonly endpoint: EndpointName;

	constructor(endpoint: EndpointName, problem: ClientProblem) {
		super(`${endpoint}: ${problem.code}`);
		this.name = "Refusal";
		this.endpoint = endpoint;
		this.problem = problem;
	}

	/** The person is known and the right is missing, here or altogether. */
	isDenied(): boolean {
		return this.problem.code === "not-permitted" || this.problem.code === "wrong-place";
	}
}
