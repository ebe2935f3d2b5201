import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { inject } from "vitest";

type Change = (body: string) => string;

/** The way to the one server, which a test cuts and mends, and on which a file may be another than the one that was built. */
export async function aNetwork() {
	const server = new URL(inject("serverUrl"));
	const changes = new Map<string, Change>();
	const open = new Set<Socket>();
	const target = { host: server.hostname, port: Number(server.port) };

	const proxy = createServer((asked, answer) => {
		const { method, url: path } = asked;
		// What comes compressed, or is said to be known already, could not be changed.
		const { "if-none-match": _, ...told } = asked.headers;
		const headers = { ...told, "accept-encoding": "identity" };
		const onward = request({ ...target, method, headers, path }, (given) => pass(asked, given, answer));
		onward.on("error", () => answer.destroy());
		asked.pipe(onward);
	});
	function pass(asked: IncomingMessage, given: IncomingMessage, answer: ServerResponse): void {
		const change = changes.get(asked.url?.split("?")[0] ?? "");
		if (change === undefined) {
			answer.writeHead(given.statusCode ?? 502, given.headers);
			given.pipe(answer);
			return;
		}
		const chunks: Buffer[] = [];
		given.on("data", (chunk: Buffer) => chunks.push(chunk));
		given.on("end", () => {
			const { "content-length": _, etag: __, ...headers } = given.headers;
			answer.writeHead(given.statusCode ?? 502, headers);
			answer.end(change(Buffer.concat(chunks).toString()));
		});
	}
	proxy.on("upgrade", (asked, socket, head) => {
		const onward = connect(target, () => {
			const lines = Object.entries(asked.headers).map(([name, value]) => `${name}: ${value}`);
			onward.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
			onward.write(head);
			onward.pipe(socket).pipe(onward);
		});
		onward.on("error", () => socket.destroy());
		socket.on("error", () => onward.destroy());
	});
	proxy.on("connection", (socket: Socket) => {
		open.add(socket);
		socket.on("close", () => open.delete(socket));
	});
	const listen = (port: number) => new Promise<void>((resolve) => proxy.listen(port, "127.0.0.1", resolve));
	await listen(0);
	const { port } = proxy.address() as AddressInfo;

	async function cut(): Promise<void> {
		const closed = new Promise((resolve) => proxy.close(resolve));
		for (const socket of open) socket.destroy();
		await closed;
	}
	return {
		base: `http://127.0.0.1:${port}`,
		cut,
		mend: () => listen(port),
		/** From now on the file at a path is another. */
		change: (path: string, change: Change) => void changes.set(path, change),
	};
}
