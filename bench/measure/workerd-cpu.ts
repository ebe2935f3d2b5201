import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;
/** Fields of `/proc/<pid>/stat` after the name, counted from 0: parent, then user and system time. */
const FIELD = { parent: 1, group: 2, user: 11, system: 12 } as const;

/** Reads how much processor time the workerd below this process has used, in milliseconds; null where there is no `/proc`. */
export function workerdCpu(): () => number | null {
	const pid = workerdBelow(process.pid);
	if (pid === null) return () => null;
	return () => cpuOf(statOf(pid));
}

/** Processor time of everything alive in a process group so far, milliseconds; null where there is no `/proc`. */
export function groupCpu(group: number): number | null {
	const members = allPids()
		.map(statOf)
		.filter((stat) => stat?.fields[FIELD.group] === String(group));
	return members.length === 0 ? null : members.reduce((total, stat) => total + (cpuOf(stat) ?? 0), 0);
}

function cpuOf(stat: Stat | null): number | null {
	return stat === null ? null : (Number(stat.fields[FIELD.user]) + Number(stat.fields[FIELD.system])) * TICK_MS;
}

function workerdBelow(parent: number): string | null {
	const isWanted = (pid: string) => {
		const stat = statOf(pid);
		return stat?.name === "workerd" && stat.fields[FIELD.parent] === String(parent);
	};
	return allPids().findLast(isWanted) ?? null;
}

function allPids(): string[] {
	try {
		return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
	} catch {
		return [];
	}
}

type Stat = { readonly name: string; readonly fields: readonly string[] };

function statOf(pid: string): Stat | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		const end = text.lastIndexOf(")");
		return { name: text.slice(text.indexOf("(") + 1, end), fields: text.slice(end + 2).split(" ") };
	} catch {
		// It ended while we looked.
		return null;
	}
}
