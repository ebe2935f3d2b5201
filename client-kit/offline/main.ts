import { whenPageWakes } from "../live/page-wakes.ts";
import { elapsedMs } from "../time/elapsed.ts";
import { isQuiet } from "./quiet.ts";

const LOOK_EVERY_MS = 1_000;
/** Spread, so that after a deployment a bank's screens do not all ask at once. */
const ASK_EVERY_MS = 600_000;

/**
 * Runs on every page: registers the service worker, so that the page opens without a network, and loads a newer build when the page is
 * quiet. Of the page it knows only what `isQuiet` reads.
 */
async function keepUpToDate(workers: ServiceWorkerContainer): Promise<void> {
	let touchedAt = elapsedMs();
	const touched = () => {
		touchedAt = elapsedMs();
	};
	for (const touch of ["pointerdown", "keydown", "input"]) addEventListener(touch, touched, true);

	let [isControlled, isOld] = [workers.controller !== null, false];
	workers.addEventListener("controllerchange", async () => {
		// The very first service worker is no newer build.
		if (isControlled) isOld = !(await isLatestBuild());
		isControlled = true;
	});
	await workers.register("sw.js", { updateViaCache: "none" });
	const registration = await workers.ready;
	setInterval(() => {
		const { waiting } = registration;
		if ((!waiting && !isOld) || !isQuiet(document, elapsedMs() - touchedAt)) return;
		if (isOld) location.reload();
		else waiting?.postMessage({ type: "SKIP_WAITING" });
	}, LOOK_EVERY_MS);

	const ask = () => void registration.update().catch(() => undefined);
	setInterval(ask, ASK_EVERY_MS * (0.5 + Math.random()));
	whenPageWakes(ask, new AbortController().signal);
}

/** Whether the scripts of this page are those that are served now, as they are when it was opened after a deployment. */
async function isLatestBuild(): Promise<boolean> {
	const served = await fetch(location.pathname, { cache: "no-store" }).then(
		(answer) => answer.text(),
		() => "",
	);
	const scripts = [...document.querySelectorAll("script[src]")];
	return scripts.every((script) => served.includes(`"${script.getAttribute("src")}"`));
}

// In a private window, or over plain http, there are no service workers, and the page works without one.
if ("serviceWorker" in navigator) keepUpToDate(navigator.serviceWorker).catch(() => undefined);
