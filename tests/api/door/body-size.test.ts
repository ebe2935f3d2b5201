import { describe, it } from "vitest";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { BODY_MAX_BYTES, CONFIGURATION_MAX_BYTES, IMPORT_MAX_CHARS } from "../../../schema/limits.ts";
import { aBranch, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { largestConfiguration } from "../../schema/largest-configuration.ts";
import { escaped } from "../../schema/largest-value.ts";
import { bearer, call, deviceAt, OPERATOR } from "../callers.ts";

const DAY_MS = 86_400_000;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

async function sent(path: string, actor: Parameters<typeof bearer>[0], body: string) {
	const headers = { ...(await bearer(actor)), "Idempotency-Key": newCommandId(), "Content-Type": "application/json" };
	const response = await call(path, { method: "POST", headers, body });
	const { code = null } = (await response.json()) as { code?: string };
	return { status: response.status, code };
}

const configuring = (configuration: BranchConfiguration) =>
	JSON.stringify({ command: { type: "configure", configuration } });

describe("a large body", () => {
	it("[DOOR-8] with 300 staff of 40 services, 60 counters and 400 holidays is done, and done again escaped", async ({
		expect,
	}) => {
		const { branchId, stub } = await aBranch();
		const configuration = largestConfiguration(branchId);
		const bytes = bytesOf(JSON.stringify(configuration));
		expect(bytes).toBeGreaterThan(CONFIGURATION_MAX_BYTES - 3);
		expect(bytes).toBeLessThanOrEqual(CONFIGURATION_MAX_BYTES);
		const path = `/branches/${branchId}/commands`;
		for (const body of [configuring(configuration), escaped(configuring(configuration))]) {
			expect(await sent(path, OPERATOR, body)).toEqual({ status: 200, code: null });
		}
		await stub().setClock({ kind: "virtual", at: MONDAY_10 + DAY_MS, speed: 0 });
		const read = await call(`/branches/${branchId}/configuration`, { headers: await bearer(OPERATOR) });
		expect(await read.json()).toMatchObject({ calendar: configuration.calendar, staff: configuration.staff });
	});

	it("[DOOR-8] beyond what a row holds is refused in words, and far beyond unread", async ({ expect }) => {
		const { branchId } = await aBranch();
		const path = `/branches/${branchId}/commands`;
		const configuration = largestConfiguration(branchId);
		const over = configuring({ ...configuration, name: { zh: "一字之差", en: "One letter too many" } });
		expect(bytesOf(over)).toBeGreaterThan(CONFIGURATION_MAX_BYTES);
		expect(await sent(path, OPERATOR, over)).toEqual({ status: 422, code: "invalid-input" });
		const far = `${over.slice(0, -1)}${" ".repeat(3 * CONFIGURATION_MAX_BYTES)}}`;
		expect(await sent(path, OPERATOR, far)).toEqual({ status: 413, code: "body-too-large" });
	});

	it("[DOOR-8] is not read of a kiosk, which has nothing long to say", async ({ expect }) => {
		const { branchId } = await aBranch();
		const body = `${JSON.stringify({ command: { type: "issue-ticket", services: ["cash"] } })}${" ".repeat(BODY_MAX_BYTES)}`;
		const kiosk = deviceAt("kiosk", branchId);
		expect(await sent(`/branches/${branchId}/commands`, kiosk, body)).toEqual({ status: 413, code: "body-too-large" });
	});

	it("[DOOR-8] of people is read to its last character", async ({ expect }) => {
		const header = "工号,姓名\n";
		const csv = header + "界".repeat(IMPORT_MAX_CHARS - header.length);
		const body = JSON.stringify({ csv, dryRun: true });
		for (const each of [body, escaped(body)]) {
			const { code } = await sent("/people/import", OPERATOR, each);
			expect(code).not.toBe("body-too-large");
			expect(code).not.toBe("invalid-input");
		}
		const more = JSON.stringify({ csv: `${csv}界`, dryRun: true });
		expect(await sent("/people/import", OPERATOR, more)).toEqual({ status: 422, code: "invalid-input" });
	});
});
