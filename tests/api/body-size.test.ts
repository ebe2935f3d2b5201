import { describe, it } from "vitest";
import type { BranchConfiguration } from "../../schema/configuration.ts";
import {
	BODY_MAX_BYTES,
	CONFIGURATION_MAX_BYTES,
	COUNTERS_MAX,
	IMPORT_MAX_CHARS,
	STAFF_MAX,
} from "../../schema/limits.ts";
import { aBranch, configurationOf, MONDAY_10, newCommandId } from "../branch/a-branch.ts";
import { bearer, call, deviceAt, OPERATOR } from "./callers.ts";

const EXCEPTIONS_MAX = 400;
const SERVICES_MAX = 40;
const DAY_MS = 86_400_000;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;
const escaped = (text: string) =>
	text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

async function sent(path: string, actor: Parameters<typeof bearer>[0], body: string) {
	const headers = { ...(await bearer(actor)), "Idempotency-Key": newCommandId(), "Content-Type": "application/json" };
	const response = await call(path, { method: "POST", headers, body });
	const { code = null } = (await response.json()) as { code?: string };
	return { status: response.status, code };
}

/** A branch with as much of everything as the schema counts; its holidays have names of `holidayChars` letters. */
function largest(branchId: string, holidayChars: number): BranchConfiguration {
	const usual = configurationOf(branchId);
	const [service, zone] = [usual.services[0]!, usual.zones[0]!];
	const services = Array.from({ length: SERVICES_MAX }, (_, at) => ({
		...service,
		id: `service-${at}`,
		name: { zh: `业务${at}`, en: `Service ${at}` },
	}));
	const all = services.map(({ id }) => id);
	const mode = { ...usual.counters[0]!.modes[0]!, services: all };
	return {
		...usual,
		services,
		counters: Array.from({ length: COUNTERS_MAX }, (_, at) => ({
			id: String(at + 1),
			label: { zh: `${at + 1}号窗口`, en: `Counter ${at + 1}` },
			zone: zone.id,
			modes: [mode],
		})),
		staff: Array.from({ length: STAFF_MAX }, (_, at) => ({
			id: `staff-${at}`,
			name: { zh: "张伟", en: "Zhang Wei" },
			role: "closed-teller" as const,
			services: all,
		})),
		calendar: {
			week: usual.calendar.week,
			exceptions: Array.from({ length: EXCEPTIONS_MAX }, (_, at) => ({
				date: new Date(MONDAY_10 + at * DAY_MS).toISOString().slice(0, 10),
				hours: null,
				name: { zh: "休".repeat(Math.min(120, holidayChars)), en: "h".repeat(holidayChars) },
			})),
		},
	};
}

const configuring = (configuration: BranchConfiguration) =>
	JSON.stringify({ command: { type: "configure", configuration } });

describe("a large body", () => {
	it("[DOOR-8] with 300 staff of 40 services, 60 counters and 400 holidays is done, and done again escaped", async ({
		expect,
	}) => {
		const { branchId, stub } = await aBranch();
		const configuration = largest(branchId, 120);
		const bytes = bytesOf(JSON.stringify(configuration));
		expect(bytes).toBeGreaterThan(0.5 * CONFIGURATION_MAX_BYTES);
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
		const configuration = largest(branchId, 200);
		const long = configuration.staff.map((each) => ({ ...each, name: { zh: "休".repeat(120), en: "h".repeat(200) } }));
		const counters = configuration.counters.map((each) => ({
			...each,
			modes: Array.from({ length: 6 }, (_, at) => ({ ...each.modes[0]!, id: `mode-${at}` })),
		}));
		const over = configuring({ ...configuration, counters, staff: long });
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
