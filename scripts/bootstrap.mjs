/**
 * Installs the dependencies when they are missing or older than the lock file. Every npm command of the project runs it first, so a
 * fresh clone needs npm and Node 20 or later and nothing else; what follows then runs under the Node 24 in node_modules.
 * It imports nothing from node_modules and keeps to what Node 20 understands.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampPath = join(root, "node_modules", ".tingtang-installed");
// The version of Node is left out on purpose: the first run is the host's, later ones are ours, and no package depends on it.
const stamp = createHash("sha256")
	.update(readFileSync(join(root, "package-lock.json")))
	.update(`${process.platform} ${process.arch}`)
	.digest("hex");

if (!existsSync(stampPath) || readFileSync(stampPath, "utf8") !== stamp) {
	install();
	writeFileSync(stampPath, stamp);
}

function install() {
	console.error("Installing dependencies (npm ci) ...");
	// npm must not run on the very node binary that it is about to replace.
	const path = (process.env.PATH ?? "")
		.split(delimiter)
		.filter((folder) => !folder.startsWith(join(root, "node_modules")))
		.join(delimiter);
	const { status, error } = spawnSync("npm", ["ci", "--include=dev"], {
		cwd: root,
		stdio: "inherit",
		env: { ...process.env, PATH: path },
		shell: process.platform === "win32",
	});
	if (status === 0) return;
	console.error(`npm ci failed${error ? `: ${error.message}` : ""}. Is the npm registry reachable?`);
	process.exit(status ?? 1);
}
