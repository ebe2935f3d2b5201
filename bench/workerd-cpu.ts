import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;
/** Fields of `/proc/<pid>/stat` after the name, counted from 0: parent, then user and system time. */
const FIELD = { parent: 1, user: 11, system: 12 } as const;

/** Reads how much processor time the workerd below this process has used, in milliseconds; null where there is no `/proc`. */
export function workerdCpu(): () => number | null {
	const pid = workerdBelow(process.pid);
	if (pid === null) return () => null;
	return () => {
		const fields = statOf(pid)?.fields;
		return fields === undefined ? null : (Number(fields[FIELD.user]) + Number(fields[FIELD.system])) * TICK_MS;
	};
}

function workerdBelow(parent: number): string | null {
	try {
		const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
		const isWanted = (pid: string) => {
			const stat = statOf(pid);
			return stat?.name === "workerd" && stat.fields[FIELD.parent] === String(parent);
		};
		return pids.findLast(isWanted) ?? null;
	} catch {
		return null;
	}
}

function statOf(pid: string): { name: string; fields: string[] } | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		const end = text.lastIndexOf(")");
		return { name: text.slice(text.indexOf("(") + 1, end), fields: text.slice(end + 2).split(" ") };
	} catch {
		// It ended while we looked.
		return null;
	}
}
