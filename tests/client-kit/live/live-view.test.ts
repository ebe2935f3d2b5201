import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type LiveView, type LiveViewOptions, openLiveView } from "../../../client-kit/live/live-view.ts";
import { done } from "../../../rules/result.ts";
import { type BranchStandIn, startBranch } from "../branch-stand-in.ts";

const view = (seq: number, more = {}) =>
	JSON.stringify({
		type: "view",
		protocol: 2,
		epoch: 1,
		seq,
		at: 1_000_000,
		speed: 2,
		collections: { services: [{ id: "cash", waiting: seq }] },
		...more,
	});
const patch = (from: number, seq: number) =>
	JSON.stringify({
		type: "patch",
		from,
		seq,
		at: 1_000_100,
		put: { services: [{ id: "cash", waiting: seq }] },
		remove: {},
	});

let branch: BranchStandIn;
let live: LiveView;

beforeEach(async () => {
	branch = await startBranch();
	branch.onSocket = (socket) => socket.send(view(5));
});
afterEach(async () => {
	live.close();
	await branch.stop();
});

function open(credential: LiveViewOptions["credential"] = async () => done("token.abc")): LiveView {
	const { origin } = branch;
	live = openLiveView({ branchId: "sh-test", audience: "display", credential, onChange: () => undefined, origin });
	return live;
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const waiting = () => live.state()?.collections.get("services")?.get("cash")?.waiting;

it("[LIVE-1] opens with the credential outside the URL and takes view and patch", async () => {
	open();
	await until(() => expect(waiting()).toBe(5));
	expect(branch.handshakes[0]?.protocols).toBe("tingtang, ticket.abc");
	expect(String(branch.handshakes[0]?.query)).toBe("protocol=3&audience=display");
	branch.sockets()[0]?.send(patch(5, 6));
	await until(() => expect(waiting()).toBe(6));
	expect(live.connection()).toEqual({ status: "live" });
	expect(live.now()).toBeGreaterThanOrEqual(1_000_100);
});

it("[LIVE-5] comes back after a loss and resumes where it was", async () => {
	open();
	await until(() => expect(waiting()).toBe(5));
	branch.onSocket = (socket) => socket.send(patch(5, 9));
	branch.sockets()[0]?.terminate();
	await until(() => expect(waiting()).toBe(9));
	expect(branch.handshakes[1]?.query.get("epoch")).toBe("1");
	expect(branch.handshakes[1]?.query.get("seq")).toBe("5");
});

it("[LIVE-5] of a branch that greets it and breaks off again and again, waits before each attempt", async () => {
	branch.onSocket = (socket) => {
		socket.send(view(5));
		socket.close(1011, "not stored");
	};
	open();
	await until(() => expect(branch.handshakes.length).toBeGreaterThan(1));
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect(branch.handshakes.length).toBeLessThan(12);
});

it("[LIVE-3] asks once for the whole view when frames are missing", async () => {
	open();
	await until(() => expect(waiting()).toBe(5));
	branch.onFrame = (socket) => socket.send(view(9));
	branch.sockets()[0]?.send(patch(7, 8));
	branch.sockets()[0]?.send(patch(8, 9));
	await until(() => expect(waiting()).toBe(9));
	expect(branch.said).toEqual(['{"type":"view"}']);
});

it("[LIVE-5] does not come back when it is refused", async () => {
	branch.onSocket = (socket) => socket.close(4099, "wrong-place");
	open();
	await until(() => expect(live.connection()).toEqual({ status: "refused", reason: "wrong-place" }));
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect(branch.handshakes).toHaveLength(1);
});

it("[LIVE-1] gets a new credential, once, when its own has expired", async () => {
	branch.onSocket = (socket) => socket.close(4099, "session-expired");
	const renewals: boolean[] = [];
	open(async (renew) => {
		renewals.push(renew);
		if (renew) branch.onSocket = (socket) => socket.send(view(5));
		return done(renew ? "token.new" : "token.old");
	});
	await until(() => expect(live.connection()).toEqual({ status: "live" }));
	expect(renewals).toEqual([false, true]);
	expect(branch.handshakes.map((each) => each.protocols)).toEqual(["tingtang, ticket.old", "tingtang, ticket.new"]);
});

it("[LIVE-1] gets a new credential when the old one is given no ticket any more", async () => {
	const expired = { code: "session-expired", status: 401, title: "登录已过期", titleEn: "The session has expired" };
	branch.tickets = { status: 401, body: expired };
	const renewals: boolean[] = [];
	open(async (renew) => {
		renewals.push(renew);
		if (renew) branch.tickets.status = 200;
		return done(renew ? "token.new" : "token.old");
	});
	await until(() => expect(live.connection()).toEqual({ status: "live" }));
	expect(renewals).toEqual([false, true]);
	expect(branch.handshakes.map((each) => each.protocols)).toEqual(["tingtang, ticket.new"]);
});

it("[LIVE-1] says so when no credential can be had", async () => {
	const problem = { code: "demo-off", status: 404, title: "演示模式未开启", titleEn: "Demo mode is off" } as const;
	open(async () => ({ ok: false, problem }));
	await until(() => expect(live.connection()).toEqual({ status: "refused", reason: "demo-off" }));
});

it("[LIVE-9] sends a command on the socket and resolves with its answer", async () => {
	branch.onFrame = (socket, { commandId }) =>
		socket.send(JSON.stringify({ type: "answer", commandId, answer: { status: "done", seq: 6 } }));
	open();
	await until(() => expect(waiting()).toBe(5));
	const result = await live.send({ type: "ask-for-help", reason: "customer" });
	expect(result).toEqual({ status: "done", answer: { status: "done", seq: 6 } });
	expect(branch.posted).toHaveLength(0);
});

it("[LIVE-9] sends a command over HTTP under the same id when the socket dies before the answer", async () => {
	branch.onFrame = (socket) => socket.terminate();
	branch.http = { status: 200, body: { answer: { status: "done", seq: 6 } } };
	open(async () => done("link.0123456789012345678901"));
	await until(() => expect(waiting()).toBe(5));
	branch.onSocket = () => undefined;
	const result = await live.send({ type: "ask-for-help", reason: "customer" });
	expect(result.status).toBe("done");
	expect(branch.posted[0]?.authorization).toBe("Link 0123456789012345678901");
	expect(JSON.parse(branch.said[0] ?? "{}").commandId).toBe(branch.posted[0]?.commandId);
});

it("[SCR-4] asks for its place, and gets null when the line is dead", async () => {
	const position = { ticketId: "20261121-A012", number: "A012", status: "waiting", ahead: 3, counters: [] };
	branch.onFrame = (socket) => socket.send(JSON.stringify({ type: "position", position }));
	open();
	await until(() => expect(waiting()).toBe(5));
	expect(await live.position()).toMatchObject({ ahead: 3 });
	branch.onFrame = (socket) => socket.terminate();
	expect(await live.position()).toBeNull();
});

it("[LIVE-10] says that nobody answers long before silence alone would tell, and is live again with the next answer", async () => {
	open();
	await until(() => expect(live.connection()).toEqual({ status: "live" }));
	branch.answersPings = false;
	await until(() => expect(live.connection()).toEqual({ status: "amber" }));
	branch.answersPings = true;
	branch.sockets()[0]?.send(patch(5, 6));
	await until(() => expect(live.connection()).toEqual({ status: "live" }));
});
