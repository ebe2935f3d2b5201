import type { Actor } from "../../schema/actor.ts";
import type { CommandRequest } from "../../schema/hall/command.ts";
import type { Incoming } from "../domain/commit/commit.ts";
import type { Env } from "../platform/env.ts";
import { openRecognition } from "../privacy/recognition.ts";
import { secretLink } from "./secret-link.ts";

/** A command with all that deciding it needs from outside. `now` is branch time. */
export function incomingOf(env: Env, branchId: string, request: CommandRequest, actor: Actor, now: number): Incoming {
	if (request.command.type !== "issue-ticket") return { request, actor, now, link: "" };
	const { recognition } = request.command;
	const customer = recognition === undefined ? undefined : openRecognition(env, branchId, recognition, Date.now());
	return { request, actor, now, link: secretLink(), customer };
}
