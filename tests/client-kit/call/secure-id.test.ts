import { expect, it } from "vitest";
import { newCommandId } from "../../../client-kit/call/secure-id.ts";
import { CommandId } from "../../../schema/ids.ts";

it("[CMD-1] makes command ids the contract takes, never one twice", () => {
	const ids = Array.from({ length: 1_000 }, newCommandId);
	expect(new Set(ids).size).toBe(1_000);
	for (const id of ids) expect(CommandId.parse(id)).toBe(id);
});
