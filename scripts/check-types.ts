/**
 * Compiles every folder under its own `tsconfig.json`: the compiler is the strongest wall of the house, and each folder has its own.
 * Prints the folders that failed with the compiler's messages; exit code 1 when there is one.
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";

interface Compilation {
	project: string;
	passed: boolean;
	output: string;
}

function compile(project: string): Promise<Compilation> {
	return new Promise((resolve, reject) => {
		const child = spawn("node_modules/.bin/tsc", ["-p", project, "--pretty", "false"]);
		let output = "";
		child.stdout.on("data", (chunk: Buffer) => {
			output += chunk.toString();
		});
		child.stderr.on("data", (chunk: Buffer) => {
			output += chunk.toString();
		});
		child.on("error", reject);
		child.on("close", (code) => resolve({ project, passed: code === 0 || hasNoInputs(output), output }));
	});
}

/** A folder that has a configuration and no source yet is not an error. */
function hasNoInputs(output: string): boolean {
	return output.includes("error TS18003");
}

const wanted = process.argv.slice(2);
const projects = globSync("**/tsconfig*.json", { exclude: (path) => /node_modules|dist|\.wrangler/.test(path) })
	.filter((path) => path !== "tsconfig.base.json")
	.filter((path) => wanted.length === 0 || wanted.some((part) => path.startsWith(part)))
	.sort();

const waiting = [...projects];
const failed: Compilation[] = [];
async function work(): Promise<void> {
	for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
		const result = await compile(project);
		if (!result.passed) failed.push(result);
	}
}
await Promise.all(Array.from({ length: availableParallelism() }, work));

for (const { project, output } of failed) console.error(`\n${project}\n${output.trimEnd()}`);
console.log(`types: ${projects.length - failed.length} of ${projects.length} projects compile`);
process.exit(failed.length === 0 ? 0 : 1);
