import { expect, it } from "vitest";
import { gzippedKiB, PAGE_MAX_KIB, pageScripts } from "../../../scripts/build/page-scripts.ts";

it.for(["display", "kiosk", "staff", "counter"] as const)("[SCR-41] /%s/ is light", (page) => {
	const isLobby = page === "display" || page === "kiosk";
	const kib = gzippedKiB(pageScripts(page, isLobby));
	console.log(`/${page}/: ${kib.toFixed(1)} of ${PAGE_MAX_KIB[page]} KiB`);
	expect(kib).toBeGreaterThan(1);
	expect(kib).toBeLessThanOrEqual(PAGE_MAX_KIB[page]);
});

it("[SCR-41] what a sheet of the phone needs is loaded when it is opened, not before", () => {
	expect(pageScripts("staff", true).size).toBeGreaterThan(pageScripts("staff", false).size);
});
