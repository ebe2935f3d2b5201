import { relative, resolve } from "node:path";
import type { Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk & {
	readonly viteMetadata?: { readonly importedCss: Set<string>; readonly importedAssets: Set<string> };
};

/** By page folder: every file that the page may load, now or later, its own html not among them. */
export function filesByPage(client: string, output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]) {
	const chunks = new Map(output.flatMap((each) => (each.type === "chunk" ? [[each.fileName, each as Chunk]] : [])));
	const pages: Record<string, string[]> = {};
	for (const chunk of chunks.values()) {
		if (!chunk.facadeModuleId?.endsWith("/index.html")) continue;
		const page = relative(resolve(client), chunk.facadeModuleId).replace(/\/?index\.html$/, "");
		pages[page] = [...reachable(chunk, chunks)].sort();
	}
	return pages;
}

function reachable(entry: Chunk, chunks: ReadonlyMap<string, Chunk>): Set<string> {
	const found = new Set<string>();
	const add = (name: string) => {
		if (found.has(name)) return;
		found.add(name);
		const chunk = chunks.get(name);
		if (chunk === undefined) return;
		for (const next of [...chunk.imports, ...chunk.dynamicImports]) add(next);
		for (const file of chunk.viteMetadata?.importedCss ?? []) found.add(file);
		for (const file of chunk.viteMetadata?.importedAssets ?? []) found.add(file);
	};
	add(entry.fileName);
	return found;
}
