import { done } from "../../rules/result.ts";
import { SEND_COMMAND } from "../../rules/routes/branch.ts";
import type { CommandRequest } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import { type CallResult, call } from "../call/call.ts";
import type { Credential } from "../call/credential.ts";

/** Sends one command over HTTP, once; its id makes it the same command as on a socket. Never throws. */
export async function postCommand(
	branchId: string,
	{ commandId, ...body }: CommandRequest,
	credential: Credential | null,
	origin?: string,
): Promise<CallResult<Answer>> {
	const options = origin === undefined ? { commandId } : { commandId, origin };
	const result = await call(SEND_COMMAND, { params: { branchId }, body }, credential, options);
	return result.ok ? done(result.value.answer) : result;
}
