import { dirname, join } from "node:path";

/** More than these nobody takes in at a glance: a folder that grows beyond is split by its nouns. */
const FILES_PER_ROOM_MAX = 25;
const IMPORT = /^\s*(?:import|export)\s+(?:[^;"]*?\bfrom\s+)?"(\.[^"]+)"|\bimport\(\s*"(\.[^"]+)"/gm;

/** Imports that are not counted as a way from room to room, each with the reason why it ties no two rooms together. */
const BACK = [
	// Types alone: `env.ts` names the classes of the objects for the compiler and runs none of their code.
	{ from: /^worker\/platform\/env\.ts$/, to: /^worker\// },
	// Types alone as well (`check-walls` sees to it): the contract runs code of the rules, never the other way round.
	{ from: /^rules\//, to: /^schema\// },
];

/** A file's own imports, types as well, as paths from the root. */
export function importsOf(file: string, source: string): string[] {
	return [...source.matchAll(IMPORT)].map((match) => join(dirname(file), match[1] ?? match[2] ?? ""));
}

/** One sentence for each folder with too many files. */
export function overfullRooms(files: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count > FILES_PER_ROOM_MAX)
		.map(
			([room, count]) =>
				`${room}/ holds ${count} files of code, more than ${FILES_PER_ROOM_MAX}: give its nouns rooms of their own.`,
		);
}

/** One sentence for each circle of folders that was found: the shortest way from a folder back to itself, with the files of each step. */
export function roomCircles(imports: ReadonlyMap<string, readonly string[]>): string[] {
	const doors = doorsOf(imports);
	const seen = new Set<string>();
	const faults: string[] = [];
	for (const room of doors.keys()) {
		if (seen.has(room)) continue;
		const way = wayBack(room, doors);
		if (way === null) continue;
		for (const each of way) seen.add(dirname(each.from));
		const steps = way.map(({ from, to }) => `${from} imports ${to}`).join(", ");
		faults.push(
			`${room}/ leads back to itself: ${steps}. Move what both need below them, or the file that is too high.`,
		);
	}
	return faults;
}

type Door = { readonly from: string; readonly to: string };

/** From each room to each other, one import that leads there. */
function doorsOf(imports: ReadonlyMap<string, readonly string[]>): Map<string, Map<string, Door>> {
	const doors = new Map<string, Map<string, Door>>();
	for (const [from, targets] of imports) {
		for (const to of targets) {
			if (dirname(from) === dirname(to) || !imports.has(to)) continue;
			if (BACK.some((back) => back.from.test(from) && back.to.test(to))) continue;
			const ofRoom = doors.get(dirname(from)) ?? new Map<string, Door>();
			ofRoom.set(dirname(to), ofRoom.get(dirname(to)) ?? { from, to });
			doors.set(dirname(from), ofRoom);
		}
	}
	return doors;
}

/** The shortest way from a room back to itself. */
function wayBack(start: string, doors: ReadonlyMap<string, ReadonlyMap<string, Door>>): Door[] | null {
	const ways: { readonly room: string; readonly way: Door[] }[] = [{ room: start, way: [] }];
	const been = new Set<string>();
	for (const { room, way } of ways) {
		for (const [next, door] of doors.get(room) ?? []) {
			if (next === start) return [...way, door];
			if (been.has(next)) continue;
			been.add(next);
			ways.push({ room: next, way: [...way, door] });
		}
	}
	return null;
}
