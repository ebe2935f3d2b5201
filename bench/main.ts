import { startBenchServer } from "./bench-server.ts";
import { commands } from "./commands.ts";
import { fanout } from "./fanout.ts";
const bench = await startBenchServer();
try {
	const which = process.argv.slice(2);
	const out: any = {};
	if (which.includes("commands")) Object.assign(out, await commands(bench));
	if (which.includes("fanout100")) out.fanout100 = await fanout(bench, { sockets: 100, commandsPerSlice: 20, rounds: 12, target: { of: "ratio", atLeast: 0.8 } });
	if (which.includes("fanout1000")) out.fanout1000 = await fanout(bench, { sockets: 1000, commandsPerSlice: 8, rounds: 8, target: { of: "ratio", atLeast: 0.9 } });
	console.log(JSON.stringify(out, null, 1));
} finally { await bench.stop(); }
