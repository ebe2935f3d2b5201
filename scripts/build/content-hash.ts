import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";

/**
 * One hash over the names and contents of the given files and folders (whole trees); missing ones count as empty.
 * Contents and not times, because a fresh checkout has new times and old contents.
 */
export function contentHash(paths: readonly string[]): string {
	const hash = createHash("sha256");
	for (const path of paths) {
		const files = globSync([path, `${path}/**`])
			.filter((file) => statSync(file).isFile())
			.sort();
		for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
	}
	return hash.digest("hex");
}

export function textHash(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
