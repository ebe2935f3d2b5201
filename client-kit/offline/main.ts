import { Workbox } from "workbox-window";
import { elapsedMs } from "../elapsed.ts";
import { whenPageWakes } from "../page-wakes.ts";
import { isQuiet } from "./quiet.ts";

const LOOK_EVERY_MS = 1_000;
/** Spread, so that after a deployment a bank's screens do not all come at once. */
const ASK_EVERY_MS = 600_000;

/**
 * Beside every page: keeps its files, so that it opens without a network, and takes a newer build at a quiet moment. It knows nothing
 * of the page but what isQuiet sees on it.
 */
function lookAfter(): void {
	const worker = new Workbox("sw.js");
	let touchedAt = elapsedMs();
	const touched = () => {
		touchedAt = elapsedMs();
	};
	for (const touch of ["pointerdown", "keydown", "input"]) addEventListener(touch, touched, true);

	let [waits, isOld] = [false, false];
	worker.addEventListener("waiting", () => {
		waits = true;
	});
	worker.addEventListener("controlling", async ({ isUpdate, isExternal }) => {
		if (isUpdate || isExternal) isOld = !(await isPresent());
	});
	setInterval(() => {
		if ((!waits && !isOld) || !isQuiet(document, elapsedMs() - touchedAt)) return;
		if (isOld) return location.reload();
		waits = false;
		worker.messageSkipWaiting();
	}, LOOK_EVERY_MS);

	void worker.register().catch(() => undefined);
	const ask = () => void worker.update().catch(() => undefined);
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
if ("serviceWorker" in navigator) lookAfter();
