import { type LocalServer, WORKER_NAME } from "./local-server.ts";

const DAY_MS = 86_400_000;

/**
 * Runs the worker's nightly task now and then once a day: on one machine nobody else does, and a demo that is started in the
 * morning would never see a night.
 */
export async function destroyWhatIsDue({ miniflare }: LocalServer): Promise<void> {
	const worker = await miniflare.getWorker(WORKER_NAME);
	const destroy = async () => {
		const { outcome } = await worker.scheduled({ scheduledTime: new Date() });
		if (outcome !== "ok") console.error(`the nightly task ended with ${outcome}`);
	};
	await destroy();
	setInterval(() => void destroy().catch((error) => console.error(String(error))), DAY_MS).unref();
}
