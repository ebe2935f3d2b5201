import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { parseArgs } from "node:util";

const DEFAULT_PORT = 8787;
/** Where the commands of wrangler look for D1 and the objects, too. */
const DEFAULT_STATE = ".wrangler/state/v3";
const EVERY_INTERFACE = new Set(["0.0.0.0", "::"]);

export interface StartOptions {
	host: string;
	port: number;
	/** The folder that keeps D1 and the objects. */
	state: string;
}

/**
 * `--port`/`--host` of the command line, then PORT/HOST of the environment, then 127.0.0.1:8787; `--state` for a second demo
 * beside the first. Throws on a port that is none.
 */
export function readStartOptions(): StartOptions {
	const { values } = parseArgs({
		options: {
			port: { type: "string" },
			host: { type: "string" },
			ip: { type: "string" },
			state: { type: "string", default: DEFAULT_STATE },
		},
	});
	const port = Number(values.port ?? process.env.PORT ?? DEFAULT_PORT);
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Error(`Not a port: ${values.port ?? process.env.PORT}`);
	return { host: values.host ?? values.ip ?? process.env.HOST ?? "127.0.0.1", port, state: values.state };
}

/** Whether nothing listens at the address yet. */
export function isFree({ host, port }: Pick<StartOptions, "host" | "port">): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen(port, host, () => probe.close(() => resolve(true)));
	});
}

/** The addresses under which a browser reaches the server: this machine first, then, when it is open to others, the network's. */
export function addressesOf({ host, port }: StartOptions): [first: string, ...others: string[]] {
	if (!EVERY_INTERFACE.has(host)) return [`http://${host.includes(":") ? `[${host}]` : host}:${port}`];
	const others = Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === "IPv4" && !internal)
		.map(({ address }) => `http://${address}:${port}`);
	return [`http://127.0.0.1:${port}`, ...others];
}
