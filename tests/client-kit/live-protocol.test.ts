import { expect, it } from "vitest";
import * as client from "../../client-kit/live-protocol.ts";
import { newCommandId } from "../../client-kit/secure-id.ts";
import { CommandId } from "../../schema/ids.ts";
import * as contract from "../../schema/protocol.ts";

it("[LIVE-4] says the same as the contract", () => {
	expect(client.PROTOCOL).toBe(contract.PROTOCOL_VERSION);
	expect(client.SUBPROTOCOL).toBe(contract.SUBPROTOCOL);
	expect(client.TICKET_SUBPROTOCOL_PREFIX).toBe(contract.TICKET_SUBPROTOCOL_PREFIX);
	expect(client.CLOSE_FINAL).toBe(contract.CLOSE_FINAL);
	expect([client.PING, client.PONG]).toEqual([contract.PING, contract.PONG]);
});

it("[CMD-1] makes command ids the contract takes, never one twice", () => {
	const ids = Array.from({ length: 1_000 }, newCommandId);
	expect(new Set(ids).size).toBe(1_000);
	for (const id of ids) expect(CommandId.parse(id)).toBe(id);
});
