import { spawn } from "node:child_process";

export class CommandFailed extends Error {}

/**
 * Runs a program to its end and returns what it printed on both streams; throws `CommandFailed` with that text when it does not exit with 0.
 */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { env });
		let output = "";
		const keep = (chunk: Buffer) => {
			output += chunk.toString();
		};
		child.stdout.on("data", keep);
		child.stderr.on("data", keep);
		child.on("error", reject);
		child.on("close", (code) => {
			if (code === 0) resolve(output);
			else reject(new CommandFailed(`${program} ${args.join(" ")} ended with ${code}\n${output}`));
		});
	});
}
