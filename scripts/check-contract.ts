/** The documents of the API, made afresh, against the rules in `redocly.yaml`. Prints what is wrong; exit code 1 when anything is. */
import { mkdirSync, writeFileSync } from "node:fs";
import { asyncApiDocument } from "./contract/asyncapi.ts";
import { openApiDocument } from "./contract/openapi.ts";
import { CommandFailed, run } from "./process/run.ts";

const FOLDER = "dist/contract";
const DOCUMENTS = { "openapi.json": openApiDocument, "asyncapi.json": asyncApiDocument };

// It would ask for a newer version of itself, and tell how it is used.
Object.assign(process.env, { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" });
mkdirSync(FOLDER, { recursive: true });
for (const [name, make] of Object.entries(DOCUMENTS)) {
	writeFileSync(`${FOLDER}/${name}`, JSON.stringify(make()));
	try {
		await run("node_modules/.bin/redocly", ["lint", "--max-problems=50", "--format=stylish", `${FOLDER}/${name}`]);
		console.log(`${name}: no error`);
	} catch (error) {
		if (!(error instanceof CommandFailed)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
