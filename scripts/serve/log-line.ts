import { readableStack } from "./readable-stack.ts";

/** One thing workerd or a worker in it said. */
interface StructuredLog {
	timestamp: number;
	level: string;
	message: string;
}

/** Prints what somebody should look at, with the time of day; workerd's own warnings and the rest are left out. */
export function logLine({ timestamp, level, message }: StructuredLog): void {
	if (level !== "error") return;
	const time = new Date(timestamp).toTimeString().slice(0, "00:00:00".length);
	console.error(`${time} ${level} ${readableStack(message)}`);
}
