import type { TestProject } from "vitest/node";
import { startLocalServer } from "../../scripts/serve/local-server.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Where the built worker answers, without a slash at the end. */
		serverUrl: string;
	}
}

/** One built worker for all browser tests; each test works at a branch of its own. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
	const server = await startLocalServer();
	project.provide("serverUrl", server.url);
	return server.stop;
}
