import type { Command } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import { BenchFailure } from "../measure/measure.ts";
import type { HttpCaller } from "./http-caller.ts";
import { counterLane, type Lane, lobbyLane, type Stock } from "./lane.ts";

/**
 * Lanes that take numbers and give them back: with twelve counters twenty commands can be under way. With fewer counters than
 * these there are only as many lobby lanes as counters.
 */
const LOBBY_LANES = 8;

export type Teller = { readonly staffId: string; readonly counterId: string; readonly token: string };

/** How a command of a teller is sent to a side: gives its answer. */
export type Say = (arm: Arm, teller: Teller, commandId: string, command: Command) => Promise<Answer>;

/**
 * One side of a comparison: the branch, or the bare object that is its baseline (bench/README.md). It holds the address, the
 * tellers whose tokens are used, and the lanes, which know which command is valid next.
 */
export class Arm {
	readonly url: string;
	readonly http: HttpCaller;
	readonly tellers: readonly Teller[];
	/** How many have been sent so far, those still without an answer included. */
	commandsSent = 0;
	readonly #runId: string;
	readonly #idle: Lane[];

	/**
	 * @param url of the branch at this side, without a slash at the end
	 * @param waiting tickets that wait there already
	 */
	constructor(url: string, http: HttpCaller, tellers: readonly Teller[], waiting: number) {
		this.url = url;
		this.http = http;
		this.tellers = tellers;
		this.#runId = crypto.randomUUID().slice(0, 8);
		const stock: Stock = { waiting };
		const counters = tellers.map(({ counterId }, index) => counterLane(index, counterId, stock));
		const lobby = Array.from({ length: LOBBY_LANES }, (_, index) => lobbyLane(index % tellers.length, stock));
		this.#idle = counters.flatMap((lane, index) => [lane, ...lobby.slice(index, index + 1)]);
	}

	/** Sends `count` commands, `inFlight` at a time. A refusal ends the bench: only valid commands are sent. */
	async run(count: number, inFlight: number, say: Say): Promise<void> {
		let left = count;
		const work = async () => {
			while (left > 0) {
				left -= 1;
				const lane = this.#idle.shift();
				const teller = this.tellers[lane?.teller ?? -1];
				if (lane === undefined || teller === undefined) throw new Error(`${inFlight} in flight are more than lanes`);
				const command = lane.next();
				this.commandsSent += 1;
				const answer = await say(this, teller, `${this.#runId}-${String(this.commandsSent).padStart(6, "0")}`, command);
				if (answer.status === "refused") throw new BenchFailure(`${command.type} was refused: ${answer.code}`);
				lane.heard(answer);
				this.#idle.push(lane);
			}
		};
		await Promise.all(Array.from({ length: inFlight }, work));
	}
}

/** Sends one command over HTTP; gives the text of the answer. Throws when the status is not 200. */
export async function post(arm: Arm, teller: Teller, commandId: string, command: Command): Promise<string> {
	const headers = {
		authorization: `Bearer ${teller.token}`,
		"content-type": "application/json",
		"idempotency-key": commandId,
	};
	const { status, text } = await arm.http.call("POST", `${arm.url}/commands`, headers, JSON.stringify({ command }));
	if (status !== 200) throw new BenchFailure(`${command.type} was answered ${status}: ${text}`);
	return text;
}

export const sayByHttp: Say = async (arm, teller, commandId, command) =>
	(JSON.parse(await post(arm, teller, commandId, command)) as { answer: Answer }).answer;
