import { join } from "node:path";

/** What one row of the table in docs/design.md allows; `typesOf` are rooms of which types alone may come. */
interface Row {
	readonly rooms: readonly string[];
	readonly values: readonly string[];
	readonly typesOf: readonly string[];
	readonly everything: boolean;
}

/** The import that a file makes of another: from the root, and whether types alone come with it. */
export interface Import {
	readonly to: string;
	readonly typesAlone: boolean;
}

const ROW = /^\| (`[^|]*`) \|[^|]*\|([^|]*)\|$/gm;
const NAME = /`([\w/.-]+?)\/?`/g;
const TYPES_ALONE = /of ((?:`[\w/-]+`(?:, )?)+) types alone/;
const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^;"]*?\bfrom\s+)?"(\.[^"]+)"|\bimport\(\s*"(\.[^"]+)"/gm;
/** A page's build is part of the building, which stands in scripts/; a file of types alone belongs to its folder. */
const BUILD = /(^|\/)(vite|vitest)\.config\.ts$|\.d\.ts$/;

/** A file's own imports with what comes by them, as paths from the root. */
export function kindsOfImport(file: string, source: string): Import[] {
	return [...source.matchAll(IMPORT)].map(([, type, target, later]) => ({
		to: join(file, "..", target ?? later ?? ""),
		typesAlone: type !== undefined,
	}));
}

/** One sentence for each import that the table does not allow, and for each folder of code that has no row. */
export function importFaults(design: string, imports: ReadonlyMap<string, readonly Import[]>): string[] {
	const rows = rowsOf(design);
	const faults = new Set<string>();
	for (const [file, targets] of imports) {
		if (BUILD.test(file)) continue;
		const from = roomOf(file);
		const row = rows.find(({ rooms }) => rooms.includes(from));
		if (row === undefined) faults.add(`${from} has no row in the table of imports of docs/design.md.`);
		else for (const each of targets) if (!isAllowed(row, from, each)) faults.add(sentence(file, each));
	}
	return [...faults];
}

function isAllowed({ everything, values, typesOf }: Row, from: string, { to, typesAlone }: Import): boolean {
	const room = roomOf(to);
	return everything || room === from || values.includes(room) || (typesAlone && typesOf.includes(room));
}

function sentence(file: string, { to }: Import): string {
	return `${file} imports ${to}: the table of docs/design.md does not let it. Move what is needed below both, or say why in the table.`;
}

function rowsOf(design: string): Row[] {
	return [...design.matchAll(ROW)].map(([, rooms = "", allowed = ""]) => {
		const types = TYPES_ALONE.exec(allowed)?.[1] ?? "";
		return {
			rooms: namesIn(rooms),
			values: namesIn(allowed.replace(TYPES_ALONE, "")).map(inWorker),
			typesOf: namesIn(types).map(inWorker),
			everything: allowed.trim() === "everything",
		};
	});
}

const namesIn = (text: string) => [...text.matchAll(NAME)].map(([, name = ""]) => name);

/** The rooms of the worker are named without it in the right column. */
const WORKER_ROOMS = /^(access|alarm|api|branch|domain|ledger|platform|privacy|records)$/;
const inWorker = (name: string) => (WORKER_ROOMS.test(name) ? `worker/${name}` : name);

/** `worker/domain` of `worker/domain/hall/hall.ts`, `rules` of `rules/role.ts`, `worker/index.ts` of itself. */
function roomOf(file: string): string {
	const [top = "", second = ""] = file.split("/");
	return top === "worker" ? `${top}/${second}` : top;
}
