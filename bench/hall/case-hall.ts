import { createApi } from "../../simulation/cli/api.ts";
import { createBranchApi } from "../../simulation/cli/branch-api.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { BenchFailure } from "../measure/measure.ts";
import { HttpCaller } from "./http-caller.ts";
import { ALWAYS, STARTS_AT, tokenAt } from "./open-branch.ts";

/** A branch at which one person opens problems and moves them, over HTTP. */
export type CaseHall = {
	open(): Promise<string>;
	move(caseId: string, version: number, body: object): Promise<void>;
};

let sent = 0;

/** Configures a branch that never closes, unless it is one already, and signs its head in. */
export async function caseHall(url: string, branchId: string, http = new HttpCaller()): Promise<CaseHall> {
	const api = createApi(url);
	const branch = createBranchApi(api, branchId);
	await branch.setClock({ kind: "virtual", at: STARTS_AT, speed: 0 });
	const name = { zh: "测试支行", en: "Bench branch" };
	const region = { zh: "上海", en: "Shanghai" };
	const usual = defaultConfiguration({ branchId, name, region, kind: "standard" });
	await branch.configure({ ...usual, calendar: { week: Array(7).fill(ALWAYS), exceptions: [] } });
	return worker(url, branchId, http);
}

/** Signs in the head of a configured branch, to open and move problems there. */
export async function worker(url: string, branchId: string, http: HttpCaller): Promise<CaseHall> {
	const token = await tokenAt(url, http, { kind: "staff", role: "branch-head", branchId, staffId: "zhang-wei" });
	const post = async (path: string, body: object, version?: number) => {
		const headers = {
			authorization: `Bearer ${token}`,
			"content-type": "application/json",
			"idempotency-key": `case-step-${++sent}`,
			...(version === undefined ? {} : { "if-match": String(version) }),
		};
		const answer = await http.call(
			"POST",
			`${url}/api/branches/${branchId}/cases${path}`,
			headers,
			JSON.stringify(body),
		);
		if (answer.status !== 200) throw new BenchFailure(`a case was answered ${answer.status}: ${answer.text}`);
		return (JSON.parse(answer.text) as { caseId: string }).caseId;
	};
	return {
		open: () => post("", { kind: "problem", ownerId: "zhang-wei", texts: { what: "叫号屏二号窗口不亮" } }),
		move: async (caseId, version, body) => void (await post(`/${caseId}/steps`, body, version)),
	};
}
