import { writeFile } from "node:fs/promises";
import { PAGE_HEADERS } from "../../worker/api/site/security-headers.ts";

const OUTPUT = "dist/client/_headers";

/** Writes the file by which the platform puts security headers on static pages; a narrower path replaces what a wider one said. */
export async function writeHeaders(): Promise<void> {
	const said = new Set<string>();
	const blocks = Object.entries(PAGE_HEADERS).map(([path, headers]) => {
		const lines = Object.entries(headers).flatMap(([name, value]) => {
			const detached = said.has(name) ? [`  ! ${name}`] : [];
			said.add(name);
			return [...detached, `  ${name}: ${value}`];
		});
		return [path, ...lines].join("\n");
	});
	await writeFile(OUTPUT, `${blocks.join("\n\n")}\n`);
}
