import { copyFile, cp } from "node:fs/promises";

/** Puts what belongs to the whole address at its top: the page for what is not there, the icon, what robots are told. */
export async function copySite(): Promise<void> {
	await cp("scripts/site", "dist/client", { recursive: true });
	await copyFile("client-kit/icon.svg", "dist/client/favicon.svg");
}
