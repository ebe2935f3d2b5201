/** `npm run check`: format, lint, import walls, rooms, rules and their tests, the page of permissions, the API's documents, what kinds of cases and a page of the phone cost, the oldest browsers, fields nobody reads, types, a deployment's dry run, repeated code and dead code. Runs all of them, so that one pass shows everything there is to mend. */
import { availableParallelism } from "node:os";
import { CommandFailed, run } from "./process/run.ts";

const CHECKS: Record<string, [program: string, ...args: string[]]> = {
	"format and lint": ["node_modules/.bin/biome", "ci", "--colors=off", "--error-on-warnings", "."],
	walls: [process.execPath, "scripts/check-walls.ts"],
	rooms: [process.execPath, "scripts/check-rooms.ts"],
	rules: [process.execPath, "scripts/check-rules.ts"],
	permissions: [process.execPath, "scripts/write-permissions.ts", "--check"],
	"calendar of China": [process.execPath, "scripts/write-calendar.ts", "--check"],
	"largest bodies": [process.execPath, "scripts/write-largest-bodies.ts", "--check"],
	"contract of the API": [process.execPath, "scripts/check-contract.ts"],
	browsers: [process.execPath, "scripts/check-browsers.ts"],
	"kinds of cases": [process.execPath, "scripts/check-cases.ts"],
	"page of the phone": [process.execPath, "scripts/check-page.ts"],
	fields: [process.execPath, "scripts/check-fields.ts"],
	types: [process.execPath, "scripts/check-types.ts"],
	deployment: [process.execPath, "scripts/deploy/deploy.ts", "--dry-run"],
	"repeated code": ["node_modules/.bin/jscpd", "."],
	"dead code": ["node_modules/.bin/knip", "--no-progress"],
};

const waiting = Object.entries(CHECKS);
let failures = 0;
async function work(): Promise<void> {
	for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
		const [name, [program, ...args]] = check;
		try {
			await run(program, args);
			console.log(`✓ ${name}`);
		} catch (error) {
			if (!(error instanceof CommandFailed)) throw error;
			failures++;
			console.log(`✗ ${name}\n${error.message}`);
		}
	}
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exit(failures === 0 ? 0 : 1);
