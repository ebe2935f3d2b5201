import { type Answer, ask, codeOf } from "../a-referral.ts";

type Call = Parameters<typeof ask>;

/** Calls of the API: every address, and what anybody without the right to personal data may see of the answers. */
export class Ears {
	readonly urls: string[] = [];
	readonly open: string[] = [];

	/** A call whose refusal may be seen by anybody, and its answer by whoever has the right alone. */
	async say<Body>(...[actor, method, url, wish]: Call): Promise<Answer<Body>> {
		this.urls.push(url);
		const answer = await ask<Body>(actor, method, url, wish);
		if (answer.status !== 200) this.open.push(answer.text);
		return answer;
	}

	/** A call whose answer may be seen by anybody who works there. */
	async sayOpenly<Body>(...call: Call): Promise<Answer<Body>> {
		const answer = await this.say<Body>(...call);
		if (answer.status === 200) this.open.push(answer.text);
		return answer;
	}
}

/** Gives the body of an answer that must be this one. */
export function must<Body>(answer: Answer<Body>, code = "done"): Body {
	if (codeOf(answer) !== code) throw new Error(`${answer.text} instead of ${code}`);
	return answer.body;
}
