import type { Input, Output } from "../../schema/endpoint/api.ts";
import type { LiveStatus } from "../../schema/endpoint/branch-endpoints.ts";
import type { CommandRequest } from "../../schema/hall/command.ts";
import type { BranchConfiguration, StaffMember } from "../../schema/hall/configuration.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { StoredReport } from "../../schema/hall/report.ts";
import { PAGE_MAX_ROWS } from "../../schema/limits.ts";
import type { ClockBody } from "../../schema/people/demo.ts";
import type { ReplayActor } from "../branch-port.ts";
import { type Api, ApiProblem, type Caller, OPERATOR } from "./api.ts";

type Person = Pick<StaffMember, "id" | "role">;

/** One branch behind the public API. All throw what `Api.call` throws. */
export type BranchApi = {
	/** Null while nobody has published a configuration. */
	status(): Promise<LiveStatus | null>;
	configuration(): Promise<BranchConfiguration>;
	configure(configuration: BranchConfiguration): Promise<Answer>;
	setClock(clock: ClockBody): Promise<{ readonly at: number; readonly speed: number }>;
	send(actor: ReplayActor, request: CommandRequest): Promise<Answer>;
	/** All of one day, oldest first; empty when nothing happened or they are gone. */
	commits(businessDay: string): Promise<Output<"commits">["rows"]>;
	/** Null while the bank has no report of that day. */
	report(businessDay: string): Promise<StoredReport | null>;
	reports(): Promise<StoredReport[]>;
	/** Whether there is any that this person may read. */
	hasOpenCases(as: Person): Promise<boolean>;
	openCase(as: Person, body: Input<"openCase">["body"]): Promise<void>;
};

export function createBranchApi(api: Api, branchId: string): BranchApi {
	const params = { branchId };
	return {
		status: () => unless(["branch-not-configured", "unknown-branch"], api.call("branchStatus", OPERATOR, { params })),
		configuration: () => api.call("configuration", OPERATOR, { params }),
		setClock: (body) => api.call("setClock", OPERATOR, { params, body }),
		configure: (configuration) => {
			const body = { command: { type: "configure" as const, configuration } };
			return answered(api.call("sendCommand", OPERATOR, { params, body }, `configure-${crypto.randomUUID()}`));
		},
		send: (actor, { commandId, ...body }) =>
			answered(api.call("sendCommand", callerOf(actor, branchId), { params, body }, commandId)),
		commits: async (businessDay) => {
			const rows: Output<"commits">["rows"] = [];
			let cursor: string | undefined;
			do {
				const query = { limit: PAGE_MAX_ROWS, ...(cursor === undefined ? {} : { cursor }) };
				const page = await unless(
					["no-commits"],
					api.call("commits", OPERATOR, { params: { ...params, businessDay }, query }),
				);
				rows.push(...(page?.rows ?? []));
				cursor = page?.next ?? undefined;
			} while (cursor !== undefined);
			return rows;
		},
		report: (businessDay) =>
			unless(["no-report"], api.call("dayReport", OPERATOR, { params: { ...params, businessDay } })),
		reports: async () => (await api.call("dayReports", OPERATOR, { params, query: { limit: PAGE_MAX_ROWS } })).rows,
		hasOpenCases: async (as) => {
			const query = { limit: 1, mine: "false" as const };
			return (await api.call("openCases", personAt(as, branchId), { params, query })).rows.length > 0;
		},
		openCase: async (as, body) => {
			await api.call("openCase", personAt(as, branchId), { params, body }, `case-${crypto.randomUUID()}`);
		},
	};
}

function personAt({ id, role }: Person, branchId: string): Caller {
	return { kind: "staff", role, branchId, staffId: id };
}

function callerOf(actor: ReplayActor, branchId: string): Caller {
	switch (actor.kind) {
		case "staff":
			return personAt({ id: actor.staffId, role: actor.role }, branchId);
		case "kiosk":
			return { kind: "device", purpose: "kiosk", branchId };
		case "customer":
			return { kind: "link", link: actor.link };
		default:
			return actor satisfies never;
	}
}

/** A refusal of the branch travels as a problem document; to the replay it is an answer like any other. */
async function answered(call: Promise<{ readonly answer: Answer }>): Promise<Answer> {
	try {
		return (await call).answer;
	} catch (error) {
		if (!(error instanceof ApiProblem)) throw error;
		const { code, detail } = error.problem;
		return { status: "refused", code, ...(detail === undefined ? {} : { detail }) };
	}
}

async function unless<Value>(codes: readonly string[], call: Promise<Value>): Promise<Value | null> {
	try {
		return await call;
	} catch (error) {
		if (error instanceof ApiProblem && codes.includes(error.problem.code)) return null;
		throw error;
	}
}
