import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../scripts/process/run.ts";
import { type LocalServer, startLocalServer } from "../../scripts/serve/local-server.ts";
import { createApi } from "../../simulation/cli/api.ts";
import { createBranchApi } from "../../simulation/cli/branch-api.ts";
import { demoConfiguration, foundBranch } from "../../simulation/cli/demo-branch.ts";
import { DEMO_BRANCHES } from "../../worker/domain/bank/demo-branches.ts";
import { asPromised } from "../schema/as-promised.ts";

const START_TIMEOUT_MS = 120_000;
const GENERATED = "dist/contract/api.d.ts";
const PASSWORD = "lantern harbour 灯塔 88";

type Hear = { onResponse(heard: { request: Request; response: Response }): Promise<void> };
type UseApi = (wish: Record<"url" | "staffId" | "password" | "branchId", string>, hear: Hear) => Promise<object>;

describe("a client generated from the published document", () => {
	const demo = { ...DEMO_BRANCHES[0]!, branchId: "sh-foreign" };
	let server: LocalServer;
	let operator = "";
	beforeAll(async () => {
		server = await startLocalServer();
		await foundBranch(createBranchApi(createApi(server.url), demo.branchId), demoConfiguration(demo), 0);
		operator = (await post("/demo/tokens", { kind: "staff", role: "head-office-operator" })).token ?? "";
		await post("/institution/nodes", { nodeId: "sh", parentId: "bank", name: { zh: "上海", en: "Shanghai" } });
		await post("/institution/nodes", { nodeId: demo.branchId, parentId: "sh", name: { zh: "外滩", en: "Bund" } });
	}, START_TIMEOUT_MS);
	afterAll(() => server?.stop());

	/** Nodes that are there already are as good as new ones. */
	async function post(path: string, body: object, method = "POST", token = operator): Promise<Record<string, string>> {
		const headers = { "content-type": "application/json", ...(token !== "" && { authorization: `Bearer ${token}` }) };
		const response = await fetch(`${server.url}/api${path}`, { method, headers, body: JSON.stringify(body) });
		return (await response.json()) as Record<string, string>;
	}

	/** Somebody with a password of their own, and so many colleagues. */
	async function aHead(colleagues: number): Promise<string> {
		const add = (staffId: string, role: string) =>
			post("/people", {
				staffId,
				name: { zh: "李娜", en: "Li Na" },
				assignments: [{ role, nodeId: demo.branchId }],
			});
		for (let count = 0; count < colleagues; count++) await add(`foreign-teller-${count}`, "closed-teller");
		const { firstPassword = "" } = await add("foreign-head", "branch-head");
		const body = { staffId: "foreign-head", password: firstPassword, carry: "token" };
		const { token = "" } = await post("/session", body, "POST", "");
		await post("/session/password", { current: firstPassword, next: PASSWORD }, "PUT", token);
		return "foreign-head";
	}

	it("[DOOR-13] [DOOR-14] compiles, signs in, pages, changes with a version and sends a command; every answer is as promised", async () => {
		mkdirSync("dist/contract", { recursive: true });
		await run(process.execPath, ["tests/integrator/generate.ts", `${server.url}/api/openapi.json`, GENERATED]);
		await run("node_modules/.bin/tsc", ["-p", "tests/integrator/compile.json", "--pretty", "false"]);

		const staffId = await aHead(4);
		const heard: (string | null)[] = [];
		const hear: Hear = {
			onResponse: async ({ request, response }) => {
				heard.push(await asPromised(request.method, request.url, response));
			},
		};
		const { useApi } = (await import(new URL("../integrator/use.ts", import.meta.url).href)) as { useApi: UseApi };
		const found = await useApi({ url: server.url, staffId, password: PASSWORD, branchId: demo.branchId }, hear);
		expect(found).toEqual({
			seen: ["foreign-head", ...Array.from({ length: 4 }, (_, count) => `foreign-teller-${count}`)],
			before: 1,
			after: 2,
			late: "changed-since-read",
			answer: "done",
			refusal: undefined,
		});
		expect(heard).toEqual(["signIn", "people", "people", "people", "person", "changePerson", null, "sendCommand"]);
	});
});
