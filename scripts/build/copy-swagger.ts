import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OUTPUT = "dist/client/swagger";
const FROM_PACKAGE = ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png", "LICENSE"];
const OWN = ["index.html", "open-page.js", "contrast.css"];

/** Puts the API's page at `/swagger/`, whole: nothing of it comes from another origin. */
export async function copySwagger(): Promise<void> {
	await mkdir(OUTPUT, { recursive: true });
	const folder = dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));
	for (const file of FROM_PACKAGE) await copyFile(join(folder, file), join(OUTPUT, file));
	for (const file of OWN) await copyFile(join("scripts/swagger", file), join(OUTPUT, file));
}
