import { describe, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { Command, CommandRequest } from "../../../schema/hall/command.ts";
import type { Answer } from "../../../schema/hall/event.ts";
import { aBranch, commitsOf, MONDAY, type TestBranch } from "../a-branch.ts";
import { postCommand, tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";
import { type Known, noted, timeOf, variedDay } from "../varied-day.ts";

/** So slow that a branch minute outlasts the test. */
const CRAWL = 2e-3;
/** What only the bank itself sends, past the door. */
const OF_THE_BANK: ReadonlySet<Command["type"]> = new Set(["configure", "change-staff", "tick"]);

type Sent = { readonly actor: Actor; readonly request: CommandRequest; readonly answer: Answer };

/** Both transports, as one sender uses them. */
function waysTo({ branchId }: TestBranch) {
	return {
		http: async (actor: Actor, request: CommandRequest): Promise<Answer> =>
			postCommand(branchId, `Bearer ${await tokenOf(actor)}`, request),
		socket: async (actor: Actor, request: CommandRequest): Promise<Answer> => {
			const audience = actor.kind === "staff" ? "staff" : "display";
			const client = await LiveClient.open({ branchId, audience, credential: `token.${await tokenOf(actor)}` });
			const answer = await client.command(request);
			client.close();
			return answer;
		},
	};
}

describe("every verb of a day", () => {
	it("[CMD-1] sent again by the other transport, at once and after the day, gets its first answer and changes nothing", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const ways = waysTo(branch);
		const known: Known = { at: new Map(), tickets: [], alerts: [], surprises: [] };
		const sent: Sent[] = [];
		const seq = async () => (await commitsOf(branch.branchId, MONDAY)).length;
		for (const [index, step] of variedDay(branch.branchId, branch.configuration).entries()) {
			await branch.setTime(timeOf(step), CRAWL);
			const command = step.command(known);
			const expectation = step.expect === undefined ? {} : { expect: step.expect };
			const request = { commandId: `repeat-${String(index).padStart(6, "0")}`, command, ...expectation };
			if (OF_THE_BANK.has(command.type)) {
				noted(known, step, command, await branch.send(step.actor, command, request.commandId, step.expect));
				continue;
			}
			const [first, second] = index % 2 === 0 ? [ways.http, ways.socket] : [ways.socket, ways.http];
			const answer = await first(step.actor, request);
			noted(known, step, command, answer);
			const before = await seq();
			expect(await second(step.actor, request), JSON.stringify(command)).toEqual(answer);
			expect(await seq()).toBe(before);
			sent.push({ actor: step.actor, request, answer });
		}
		expect(known.surprises).toEqual([]);
		const done = sent.filter(({ answer }) => answer.status === "done");
		expect(new Set(done.map(({ request }) => request.command.type)).size).toBeGreaterThan(18);
		await branch.evict();
		const before = await seq();
		for (const { actor, request, answer } of done) {
			for (const way of [ways.http, ways.socket]) expect(await way(actor, request)).toEqual(answer);
		}
		expect(await seq()).toBe(before);
	});
});
