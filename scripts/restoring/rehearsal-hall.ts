import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { PROTOCOL_VERSION, SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from "../../rules/live-protocol.ts";
import type { Command } from "../../schema/hall/command.ts";
import { type Api, type Caller, createApi, OPERATOR } from "../../simulation/cli/api.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";

const WAIT_MAX_MS = 20_000;
const POLL_EVERY_MS = 100;

/** What a screen is sent first, and what it then knows. */
export type Seen = { readonly first: string; readonly epoch: number; readonly seq: number };

export type Hall = Awaited<ReturnType<typeof aHall>>;

/** A branch through the public API, as a rehearsal works it. */
export function aHall(base: string, branchId: string) {
	const api = createApi(base);
	const params = { branchId };
	const head: Caller = { kind: "staff", role: "branch-head", branchId };
	const kiosk: Caller = { kind: "device", purpose: "kiosk", branchId };
	const send = async (caller: Caller, command: Command) => {
		const { answer } = await api.call("sendCommand", caller, { params, body: { command } }, crypto.randomUUID());
		if (answer.status !== "done") throw new Error(`${command.type}: ${answer.code}`);
		return answer;
	};
	const time = (at: number) => api.call("setClock", OPERATOR, { params, body: { kind: "virtual", at, speed: 0 } });
	const issue = async () => (await send(kiosk, { type: "issue-ticket", services: ["cash"] })).number ?? "";
	const openDay = async (at: number, tickets: number) => {
		await time(at);
		for (let made = 0; made < tickets; made++) await issue();
	};
	const close = () => send({ ...head, role: "lobby-manager" }, { type: "close-day" });
	return {
		time,
		issue,
		openDay,
		close,
		screen: (known: Seen | null) => seenBy(base, api, branchId, known),
		settled: () => settled(api, branchId),
		configure: async (at: number) => {
			await time(at);
			const name = { zh: "演练网点", en: "Rehearsal" };
			const region = { zh: "上海", en: "Shanghai" };
			const shipped = defaultConfiguration({ branchId, name, region, kind: "standard" });
			const configuration = { ...shipped, limits: { ...shipped.limits, devicePace: null } };
			await send(OPERATOR, { type: "configure", configuration });
		},
		day: async (at: number, tickets: number) => {
			await openDay(at, tickets);
			await close();
		},
		/** Business days with a report, oldest first. */
		reports: async () =>
			(await api.call("dayReports", OPERATOR, { params, query: {} })).rows.map((row) => row.businessDay).reverse(),
		/** Records a customer; the record's id. */
		record: async () => {
			const body = { kind: "referral" as const, fields: { name: "李小明" }, facts: { reasonCode: "large-cash" } };
			return (await api.call("openCase", head, { params, body }, crypto.randomUUID())).caseId;
		},
		records: async () => {
			const asked = { params: { nodeId: branchId }, query: { kind: "referral" as const, open: "any" as const } };
			return (await api.call("cases", head, asked)).rows.map((row) => row.caseId);
		},
	};
}

/** What a lobby screen hears that connects once, knowing nothing or what it has seen before. */
async function seenBy(base: string, api: Api, branchId: string, known: Seen | null): Promise<Seen> {
	const display: Caller = { kind: "device", purpose: "display", branchId };
	const body = { audience: "display" as const };
	const { ticket } = await api.call("liveTicket", display, { params: { branchId }, body });
	const resume = known === null ? "" : `&epoch=${known.epoch}&seq=${known.seq}`;
	const query = `protocol=${PROTOCOL_VERSION}&audience=display${resume}`;
	const url = `${base.replace("http", "ws")}/api/branches/${branchId}/live?${query}`;
	const socket = new WebSocket(url, [SUBPROTOCOL, `${TICKET_SUBPROTOCOL_PREFIX}${ticket}`]);
	const frame = await new Promise<{ type: string; epoch?: number; seq: number }>((resolve, reject) => {
		socket.on("message", (text) => resolve(JSON.parse(String(text))));
		socket.on("error", reject);
	});
	socket.close();
	return { first: frame.type, epoch: frame.epoch ?? known?.epoch ?? 0, seq: frame.seq };
}

/** Until nothing is on its way to the database: figures, records and entries. */
async function settled(api: Api, branchId: string): Promise<void> {
	for (const end = Date.now() + WAIT_MAX_MS; ; await sleep(POLL_EVERY_MS)) {
		await api.call("branches", OPERATOR, { query: {} });
		const { pending } = await api.call("ledgerVerification", OPERATOR, { params: { nodeId: branchId } });
		if (pending === 0) return;
		if (Date.now() > end) throw new Error("the ledger does not reach the database");
	}
}
