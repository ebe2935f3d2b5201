import { DurableObject } from "cloudflare:workers";
import { randomBytes, scryptSync } from "node:crypto";

/** What one command is answered and what its audiences are told, recorded from the branch beside it: both send the same bytes. */
type Step = {
	readonly answer: string;
	readonly answerFrame: string;
	readonly frames: Readonly<Record<string, string>>;
};

type Env = { readonly BARE: DurableObjectNamespace<BareObject> };

/** The settings of `worker/access/password.ts`. */
const SCRYPT = { N: 16_384, r: 8, p: 5, maxmem: 67_108_864 };
const SLOT = { steps: 1, status: 2 } as const;

/** The least a live branch could be: one row for each command, then the frames. It decides nothing and knows nothing. */
export class BareObject extends DurableObject<Env> {
	#count: number;
	/** Read at the first command: a wake that only answers a question does not pay for them. */
	#steps: readonly Step[] | null = null;

	constructor(context: DurableObjectState, env: Env) {
		super(context, env);
		const { sql } = context.storage;
		sql.exec("CREATE TABLE IF NOT EXISTS command (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
		sql.exec("CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
		this.#count = sql.exec<{ count: number }>("SELECT coalesce(max(id), 0) AS count FROM command").one().count;
	}

	/** In storage, for what is only in memory is gone after an eviction. */
	learn(steps: string, status: string): void {
		const query = "INSERT OR REPLACE INTO kept (id, body) VALUES (?, ?)";
		this.ctx.storage.sql.exec(query, SLOT.steps, steps);
		this.ctx.storage.sql.exec(query, SLOT.status, status);
		this.#steps = null;
	}

	execute(body: string): string {
		return this.#commit(body).answer;
	}

	status(): string {
		return this.#kept(SLOT.status);
	}

	override fetch(request: Request): Response {
		const [client, server] = Object.values(new WebSocketPair()) as [WebSocket, WebSocket];
		this.ctx.acceptWebSocket(server, [new URL(request.url).searchParams.get("audience") ?? ""]);
		server.send('{"type":"view"}');
		return new Response(null, { status: 101, webSocket: client, headers: { "Sec-WebSocket-Protocol": "tingtang" } });
	}

	override webSocketMessage(socket: WebSocket, message: string): void {
		socket.send(this.#commit(message).answerFrame);
	}

	#commit(body: string): Step {
		this.#steps ??= JSON.parse(this.#kept(SLOT.steps)) as Step[];
		const step = this.#steps[this.#count % this.#steps.length];
		if (step === undefined) throw new Error("a bare object needs to be taught first");
		this.#count += 1;
		this.ctx.storage.sql.exec("INSERT INTO command (id, body) VALUES (?, ?)", this.#count, body);
		for (const audience in step.frames) {
			const frame = step.frames[audience] ?? "";
			for (const socket of this.ctx.getWebSockets(audience)) socket.send(frame);
		}
		return step;
	}

	#kept(slot: number): string {
		return this.ctx.storage.sql.exec<{ body: string }>("SELECT body FROM kept WHERE id = ?", slot).one().body;
	}
}

const HEADERS = {
	"Content-Type": "application/json",
	"Cache-Control": "no-store",
	"X-Request-Id": "00000000-0000-0000-0000-000000000000",
};

/** The same addresses as the measured door, and no question asked at it. */
export default {
	async fetch(request, env): Promise<Response> {
		const [, , , branchId = "", what] = new URL(request.url).pathname.split("/");
		const object = env.BARE.getByName(branchId);
		switch (what) {
			case "commands":
				return new Response(await object.execute(await request.text()), { headers: HEADERS });
			case "status":
				return new Response(await object.status(), { headers: HEADERS });
			case "live":
				return object.fetch(request);
			case "live-tickets":
				return new Response('{"ticket":"AAAAAAAAAAAAAAAAAAAAAA"}', { headers: HEADERS });
			case "hash": {
				const { password } = await request.json<{ password: string }>();
				scryptSync(password, randomBytes(16), 32, SCRYPT);
				return new Response("{}", { headers: HEADERS });
			}
			case "lesson": {
				const { steps, status } = await request.json<{ steps: Step[]; status: string }>();
				await object.learn(JSON.stringify(steps), status);
				return new Response("{}", { headers: HEADERS });
			}
			default:
				return new Response(null, { status: 404 });
		}
	},
} satisfies ExportedHandler<Env>;
