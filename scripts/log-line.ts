/** One thing workerd or a worker in it said. */
interface StructuredLog {
	timestamp: number;
	level: string;
	message: string;
}

const SHOWN = new Set(["warn", "error"]);

/** Prints what somebody should look at, with the time of day; the rest of what workerd says is left out. */
export function logLine({ timestamp, level, message }: StructuredLog): void {
	if (!SHOWN.has(level)) return;
	const time = new Date(timestamp).toTimeString().slice(0, "00:00:00".length);
	console.error(`${time} ${level} ${message}`);
}
