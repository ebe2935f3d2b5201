import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type WebSocket as Peer, WebSocketServer } from "ws";
import { ReconnectingSocket } from "../../../client-kit/live/reconnecting-socket.ts";

const REFUSED = 4099;

describe("one socket after another", () => {
	let server: WebSocketServer;
	const peers: Peer[] = [];
	const closed: number[] = [];
	const heard: string[] = [];
	let prepared = 0;
	let socket: ReconnectingSocket | null = null;

	beforeEach(async () => {
		server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
		await once(server, "listening");
		server.on("connection", (peer) => {
			peers.push(peer);
			peer.on("message", (data) => peer.send(`echo ${data}`));
		});
		for (const list of [peers, closed, heard]) list.length = 0;
		prepared = 0;
	});
	afterEach(() => {
		socket?.close();
		server.close();
	});

	function open(approach?: () => Promise<readonly [string, string[]]>): ReconnectingSocket {
		const { port } = server.address() as AddressInfo;
		socket = new ReconnectingSocket({
			approach: async () => {
				prepared += 1;
				return approach === undefined ? [`ws://127.0.0.1:${port}/`, ["tingtang"]] : approach();
			},
			connectTimeoutMs: 500,
			onOpen: () => undefined,
			onMessage: (text) => heard.push(text),
			onClose: (code) => {
				closed.push(code);
				return code !== REFUSED;
			},
		});
		return socket;
	}

	it("[LIVE-5] comes back after a loss, and stays away after a refusal until it is told to", async () => {
		const open1 = open();
		await vi.waitFor(() => expect(peers).toHaveLength(1));
		peers[0]?.terminate();
		await vi.waitFor(() => expect(peers).toHaveLength(2));
		expect(closed).toEqual([1006]);
		peers[1]?.close(REFUSED, "wrong-place");
		await vi.waitFor(() => expect(closed).toEqual([1006, REFUSED]));
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(peers).toHaveLength(2);
		open1.reconnect();
		await vi.waitFor(() => expect(peers).toHaveLength(3));
	});

	it("[LIVE-5] gives up a dead line at once, and hears nothing more from it", async () => {
		const open1 = open();
		await vi.waitFor(() => expect(open1.isOpen()).toBe(true));
		open1.reconnect();
		expect(open1.isOpen()).toBe(false);
		expect(open1.send("lost")).toBe(false);
		peers[0]?.send("late");
		await vi.waitFor(() => expect(open1.isOpen()).toBe(true));
		expect(open1.send("hello")).toBe(true);
		await vi.waitFor(() => expect(heard).toEqual(["echo hello"]));
	});

	it("[LIVE-5] prepares anew when there was nothing to connect with, and never after it was closed", async () => {
		const open1 = open(async () => {
			await new Promise((resolve) => setTimeout(resolve, 10));
			throw new Error("no ticket");
		});
		await vi.waitFor(() => expect(prepared).toBeGreaterThan(3));
		open1.close();
		const before = prepared;
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(prepared).toBeLessThanOrEqual(before + 1);
		expect(peers).toHaveLength(0);
	});

	it("[LIVE-5] lets the page live on in a browser that makes no socket", async () => {
		let made = 0;
		vi.stubGlobal("WebSocket", function refuse() {
			made += 1;
			throw new Error("not allowed here");
		});
		const open1 = open();
		await new Promise((resolve) => setTimeout(resolve, 100));
		open1.close();
		vi.unstubAllGlobals();
		expect(made).toBe(1);
	});
});
