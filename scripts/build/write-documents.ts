import { mkdir, writeFile } from "node:fs/promises";
import { CONTRACT_FOLDER } from "../../rules/api-root.ts";
import { asyncApiDocument } from "../contract/asyncapi.ts";
import { openApiDocument } from "../contract/openapi.ts";

const OUTPUT = `dist/client${CONTRACT_FOLDER}`;

/** Writes what the API says about itself where the worker finds it: made here, so that the worker carries no part of it. */
export async function writeDocuments(): Promise<void> {
	await mkdir(OUTPUT, { recursive: true });
	await writeFile(`${OUTPUT}/openapi.json`, JSON.stringify(openApiDocument()));
	await writeFile(`${OUTPUT}/asyncapi.json`, JSON.stringify(asyncApiDocument()));
}
