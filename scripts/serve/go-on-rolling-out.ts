import { type LocalServer, WORKER_NAME } from "./local-server.ts";

const MINUTE_MS = 60_000;
/** As in wrangler.toml. */
const EVERY_MINUTE = "* * * * *";

/** Runs the worker's task of every minute, as the platform does: what is published at a time, or goes on to further branches. */
export function goOnRollingOut({ miniflare }: LocalServer): void {
	const turn = async () => {
		const worker = await miniflare.getWorker(WORKER_NAME);
		const { outcome } = await worker.scheduled({ scheduledTime: new Date(), cron: EVERY_MINUTE });
		if (outcome !== "ok") console.error(`the task of every minute ended with ${outcome}`);
	};
	setInterval(() => void turn().catch((error) => console.error(String(error))), MINUTE_MS).unref();
}
