import { mkdir } from "node:fs/promises";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { QUIET } from "./scripts/process/wrangler.ts";

const WORKERD_TEST_TIMEOUT_MS = 30_000;
const BROWSER_TEST_TIMEOUT_MS = 60_000;
const BROWSER_FILES_AT_ONCE = 2;
const SOAK_TEST_TIMEOUT_MS = 3_600_000;

const soak = process.env.TINGTANG_SOAK === "1";
const timeout = (everydayMs: number) => (soak ? SOAK_TEST_TIMEOUT_MS : everydayMs);

// Also for miniflare, which the workerd project starts.
Object.assign(process.env, QUIET);
// The worker's static files are read from here when it starts, and an absent folder stops it.
await mkdir("dist/client", { recursive: true });

/** Four projects: pure code in node, the worker's parts inside workerd, programs that talk to a server, whole pages in Chromium. */
export default defineConfig({
	test: {
		provide: { soak },
		projects: [
			{
				extends: true,
				test: {
					name: "pure",
					environment: "node",
					// Pure code keeps nothing that another file could trip over; a process for each would take longer than its tests.
					isolate: false,
					testTimeout: timeout(WORKERD_TEST_TIMEOUT_MS),
					include: ["tests/{domain,rules,schema,simulation,client-kit,*-client}/**/*.test.{ts,tsx}"],
				},
			},
			{
				extends: true,
				plugins: [
					cloudflareTest(async () => {
						// The worker serves them from the pages' files, which nobody may have built yet.
						await (await import("./scripts/build/write-documents.ts")).writeDocuments();
						await (await import("./scripts/build/common-words.ts")).writeCommonWords();
						return {
							wrangler: { configPath: "./wrangler.toml" },
							miniflare: {
								bindings: {
									TEST_MIGRATIONS: await readD1Migrations("schema/migrations"),
									KEY_ENCRYPTION_KEYS: JSON.stringify({
										current: "one",
										keys: {
											one: Buffer.alloc(32, "only the tests know this key").toString("base64"),
											two: Buffer.alloc(32, "and this one comes after it").toString("base64"),
										},
									}),
									BLIND_INDEX_KEY: Buffer.alloc(32, "numbers are found by this").toString("base64"),
									DEMO_MODE: "true",
									// Whatever whoever tests has set for a server of their own.
									ALLOWED_ORIGINS: "",
									SECURITY_CONTACT: "",
									// Tests send in a second what a branch sends in an hour.
									SESSION_REQUESTS_PER_SECOND: "1000000",
									BRANCH_PACE_FACTOR: "1000000",
									ADDRESS_REQUESTS_PER_SECOND: "1000000",
									STRANGER_PACE_FACTOR: "1000000",
								},
							},
						};
					}),
				],
				test: {
					name: "workerd",
					include: ["tests/{branch,ledger,privacy,records,api}/**/*.test.ts"],
					setupFiles: ["tests/apply-migrations.ts"],
					testTimeout: timeout(WORKERD_TEST_TIMEOUT_MS),
					hookTimeout: timeout(WORKERD_TEST_TIMEOUT_MS),
				},
			},
			{
				extends: true,
				test: {
					name: "served",
					environment: "node",
					include: ["tests/served/**/*.test.ts"],
					testTimeout: timeout(WORKERD_TEST_TIMEOUT_MS),
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					environment: "node",
					include: ["tests/browser/**/*.test.ts"],
					globalSetup: ["tests/browser/start-server.ts"],
					setupFiles: ["tests/browser/no-complaints.ts"],
					testTimeout: timeout(BROWSER_TEST_TIMEOUT_MS),
					hookTimeout: timeout(BROWSER_TEST_TIMEOUT_MS),
					// A page waits more than it works: two files side by side on the one server, each at branches of its own.
					maxWorkers: BROWSER_FILES_AT_ONCE,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
