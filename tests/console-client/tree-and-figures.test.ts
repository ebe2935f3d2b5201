import { describe, expect, it } from "vitest";
import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import { deviceState, SILENT_AFTER_MS } from "../../console-client/devices/device-labels.ts";
import { type Branching, treeOf } from "../../console-client/institution/node-tree.ts";
import { ageInWords } from "../../console-client/parts/age.ts";
import { percent } from "../../console-client/parts/percent.ts";
import { importSample } from "../../console-client/people/import-sample.ts";
import { kindOfNode } from "../../rules/institution.ts";
import type { InstitutionNode } from "../../schema/institution.ts";
import type { ListedDevice } from "../../schema/people/device.ts";

const node = (nodeId: string, parentId: string | null): InstitutionNode => ({
	nodeId,
	parentId,
	kind: kindOfNode(nodeId),
	name: { zh: nodeId, en: nodeId },
	version: 1,
});
const shape = (tree: readonly Branching[]): unknown[] => tree.map(({ node, below }) => [node.nodeId, ...shape(below)]);
/** Says which word it was asked for, and with what. */
const t = ((key: string, params?: { count: string | number }) => `${key} ${params?.count ?? ""}`.trim()) as Parameters<
	typeof ageInWords
>[1];

describe("the institution tree", () => {
	it("[CON-4] hangs every node under its parent, and at the top what has none that is known", () => {
		const nodes = [node("bank", null), node("sh", "bank"), node("sh-bund", "sh.pudong"), node("sh.pudong", "sh")];
		expect(shape(treeOf(nodes))).toEqual([["bank", ["sh", ["sh.pudong", ["sh-bund"]]]]]);
		expect(shape(treeOf([node("sh-bund", "sh")]))).toEqual([["sh-bund"]]);
	});
});

describe("figures", () => {
	it("[CON-9] carry their age, and what was not measured is no zero", () => {
		expect([null, 5_000, 16_000, 120_000, 7_200_000, 200_000_000].map((age) => ageInWords(age, t))).toEqual([
			"ageNever",
			"ageNow",
			"ageSeconds 16",
			"ageMinutes 2",
			"ageHours 2",
			"ageDays 2",
		]);
		expect([
			minutesToATenth(null, "zh"),
			minutesToATenth(90_000, "en"),
			percent(null),
			percent(0),
			percent(0.875),
		]).toEqual(["—", "1.5 min", "—", "0 %", "88 %"]);
	});
	it("[CON-9] a device is online while its page is connected; where that is not told, one long silent is silent", () => {
		const device = { status: "active", lastSeenAt: 1_000, pairedAt: 0, connected: null } as ListedDevice;
		expect(deviceState({ ...device, connected: true }, 1_001 + SILENT_AFTER_MS).word).toBe("deviceOnline");
		expect(deviceState({ ...device, connected: false }, 1_001).word).toBe("deviceOffline");
		expect(deviceState(device, 1_000 + SILENT_AFTER_MS).word).toBe("deviceOnline");
		expect(deviceState(device, 1_001 + SILENT_AFTER_MS).word).toBe("deviceSilent");
		expect(deviceState({ ...device, status: "revoked" }, 0).word).toBe("deviceRevoked");
	});
});

describe("the sample of an import", () => {
	it("[CON-6] begins with the mark that tells a spreadsheet its encoding, and names the columns", async () => {
		const bytes = new Uint8Array(await importSample().arrayBuffer());
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(new TextDecoder().decode(bytes).split("\r\n")[0]).toBe("工号,姓名,英文名,岗位,机构,状态");
	});
});
