import { createServer, type IncomingMessage } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

/** A socket and HTTP door on a free port that answer as a test tells them to. */
export type BranchStandIn = {
	readonly origin: string;
	/** Every handshake so far: its query and its subprotocols. */
	readonly handshakes: { query: URLSearchParams; protocols: string }[];
	/** Every text frame a client sent, pings left out. */
	readonly said: string[];
	readonly posted: { commandId: string; authorization: string; body: unknown }[];
	/** False: the line looks open and nothing comes back. */
	answersPings: boolean;
	/** What happens to each new socket. */
	onSocket: (socket: WebSocket) => void;
	onFrame: (socket: WebSocket, frame: { type: string; commandId?: string }) => void;
	/** How live tickets are answered; with 200: one is given. */
	tickets: { status: number; body: unknown };
	/** What HTTP answers otherwise. */
	http: { status: number; body: unknown };
	sockets(): WebSocket[];
	stop(): Promise<void>;
};

export async function startBranch(): Promise<BranchStandIn> {
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		if (request.url?.endsWith("/live-tickets")) {
			// Named after the credential it was given for, so that a test can tell whose it is.
			const ticket = request.headers.authorization?.split(" ")[1];
			response.writeHead(branch.tickets.status, { "content-type": "application/json" });
			return response.end(JSON.stringify(branch.tickets.status === 200 ? { ticket } : branch.tickets.body));
		}
		branch.posted.push({
			commandId: String(request.headers["idempotency-key"]),
			authorization: String(request.headers.authorization),
			body: JSON.parse(Buffer.concat(chunks).toString()),
		});
		response.writeHead(branch.http.status, { "content-type": "application/json" });
		response.end(JSON.stringify(branch.http.body));
	});
	const sockets = new WebSocketServer({ server, handleProtocols: () => "tingtang" });
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const branch: BranchStandIn = {
		origin: `http://127.0.0.1:${address.port}`,
		handshakes: [],
		said: [],
		posted: [],
		answersPings: true,
		onSocket: () => undefined,
		onFrame: () => undefined,
		tickets: { status: 200, body: {} },
		http: { status: 503, body: {} },
		sockets: () => [...sockets.clients],
		stop: async () => {
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	sockets.on("connection", (socket, request) => greet(branch, socket, request));
	return branch;
}

function greet(branch: BranchStandIn, socket: WebSocket, request: IncomingMessage): void {
	branch.handshakes.push({
		query: new URL(request.url ?? "", branch.origin).searchParams,
		protocols: String(request.headers["sec-websocket-protocol"]),
	});
	socket.on("message", (data) => {
		const text = String(data);
		if (text === "ping") return branch.answersPings ? socket.send("pong") : undefined;
		branch.said.push(text);
		branch.onFrame(socket, JSON.parse(text));
	});
	branch.onSocket(socket);
}
