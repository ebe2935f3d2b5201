import { whenPageWakes } from "../live/page-wakes.ts";
import { elapsedMs } from "../time/elapsed.ts";
import { isQuiet } from "./quiet.ts";

const LOOK_EVERY_MS = 1_000;
/** Spread, so that after a deployment a bank's screens do not all come at once. */
const ASK_EVERY_MS = 600_000;

/**
 * Beside every page: keeps its files, so that it opens without a network, and takes a newer build at a quiet moment. It knows nothing
 * of the page but what isQuiet sees on it.
 */
async function lookAfter(workers: ServiceWorkerContainer): Promise<void> {
	let touchedAt = elapsedMs();
	const touched = () => {
		touchedAt = elapsedMs();
	};
	for (const touch of ["pointerdown", "keydown", "input"]) addEventListener(touch, touched, true);

	let [isControlled, isOld] = [workers.controller !== null, false];
	workers.addEventListener("controllerchange", async () => {
		// The first worker of all changes nothing of the page.
		if (isControlled) isOld = !(await isPresent());
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

/** Whether the page that is open is the one served now: one opened after a deployment came from the network and is. */
async function isPresent(): Promise<boolean> {
	const served = await fetch(location.pathname, { cache: "no-store" }).then(
		(answer) => answer.text(),
		() => "",
	);
	const scripts = [...document.querySelectorAll("script[src]")];
	return scripts.every((script) => served.includes(`"${script.getAttribute("src")}"`));
}

// In a private window, or over plain http, there is no such thing, and the page does without.
if ("serviceWorker" in navigator) lookAfter(navigator.serviceWorker).catch(() => undefined);
