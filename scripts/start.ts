/**
 * `npm start [-- --port 8787 --host 127.0.0.1 --state .wrangler/state/v3]`: the whole system on one port of this machine, in demo
 * mode, served by workerd itself.
 * Starting again goes on where it stopped; Ctrl+C or SIGTERM ends every process it started.
 */
import { type Child, startChild } from "./process/child.ts";
import { destroyWhatIsDue } from "./serve/destroy-what-is-due.ts";
import { demoPassword, writeDevVars } from "./serve/dev-vars.ts";
import { goOnRollingOut } from "./serve/go-on-rolling-out.ts";
import { type LocalServer, startLocalServer } from "./serve/local-server.ts";
import { migrateState } from "./serve/migrate-state.ts";
import { printPages } from "./serve/print-pages.ts";
import { addressesOf, isFree, readStartOptions } from "./serve/start-options.ts";

/** A newcomer sees the addresses after this long even when the driver is still seeding. */
const SEEDED_TIMEOUT_MS = 20_000;

const options = readStartOptions();
const addresses = addressesOf(options);
if (!(await isFree(options))) {
	console.error(
		`端口 ${options.port} 已被占用 · Port ${options.port} is taken: npm start -- --port ${options.port + 1}`,
	);
	process.exit(1);
}
const children: Child[] = [];
let server: LocalServer | undefined;
let stopping = false;
ownSignals();

writeDevVars();
await migrateState(options.state, demoPassword());
server = await startLocalServer({ persist: options.state, front: { host: options.host, port: options.port } });
ownSignals();
await destroyWhatIsDue(server);
goOnRollingOut(server);
const driver = startChild(["simulation/cli/demo.ts", "--base", addresses[0]], {
	stdio: ["ignore", "inherit", "inherit", "ipc"],
});
endWith(driver, "the demo driver");
await seeded(driver);
await printPages(addresses, demoPassword());

/** The driver sends any message over its channel once the demo branches have something to show. */
async function seeded({ process: { connected }, process: child, ended }: Child): Promise<void> {
	if (!connected) return;
	const message = new Promise((resolve) => child.once("message", resolve));
	const timeout = new Promise((resolve) => setTimeout(resolve, SEEDED_TIMEOUT_MS));
	await Promise.race([message, timeout, ended]);
}

/** Half a system is worse than none: when one part ends, all of it does. */
function endWith(child: Child, name: string): void {
	children.push(child);
	child.ended.then(
		(code) => {
			if (stopping) return;
			console.error(`${name} ended (${code ?? "by a signal"})`);
			void stop(1);
		},
		(error) => {
			console.error(`${name} did not start: ${error}`);
			void stop(1);
		},
	);
}

/** Again once miniflare is there: its own listeners would end this process before anything is closed. */
function ownSignals(): void {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
		process.removeAllListeners(signal);
		process.on(signal, () => {
			if (!stopping) void stop(0);
		});
	}
}

async function stop(code: number): Promise<never> {
	stopping = true;
	await Promise.allSettled([...children.map((child) => child.stop()), server?.stop()]);
	process.exit(code);
}
