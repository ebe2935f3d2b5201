import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalServer, startLocalServer } from "../../scripts/serve/local-server.ts";

const START_TIMEOUT_MS = 120_000;
/** Calls that all without an address may make at once below; see `BURST_SECONDS` and `NAMELESS_FACTOR` of the door. */
const BURST = 200;
const VARS = {
	DEMO_MODE: "true",
	ADDRESS_REQUESTS_PER_SECOND: "1",
	KEY_ENCRYPTION_KEYS: JSON.stringify({ current: "a", keys: { a: Buffer.alloc(32, "front").toString("base64") } }),
	SECURITY_CONTACT: "mailto:security@bank.example",
	BLIND_INDEX_KEY: Buffer.alloc(32, "index").toString("base64"),
};
/** What wrangler and miniflare answer on one machine, in their older and newer spelling. */
const TOOLS = [
	"/cdn-cgi/explorer",
	"/cdn-cgi/explorer/api/d1/database",
	"/cdn-cgi/local/explorer",
	"/cdn-cgi/local/explorer/api",
	"/cdn-cgi/local/explorer/api/d1/database",
	"/cdn-cgi/handler/scheduled",
	"/cdn-cgi/local/scheduled",
	"/cdn-cgi/mf/scheduled",
	"/cdn-cgi/mf/reload",
	"/cdn-cgi/handler/email",
	"/cdn-cgi/local/email",
	"/cdn-cgi/local/platform-proxy",
	"/cdn-cgi/local/r2/public",
	"/cdn-cgi/ProxyWorker/play",
	"/__scheduled",
];

describe("the door of a server on one machine", () => {
	let server: LocalServer;
	beforeAll(async () => {
		server = await startLocalServer({ vars: VARS, front: { host: "127.0.0.1", port: 0 } });
	}, START_TIMEOUT_MS);
	afterAll(() => server?.stop());

	it("[SEC-4] shows its pages as the platform would", async () => {
		const paths = ["/", "/console/", "/console", "/display/?branch=a", "/swagger/", "/nothing", "/console/nothing"];
		for (const path of paths) {
			const [here, there] = await Promise.all([look(server.directUrl + path), look(server.url + path)]);
			expect(here, path).toEqual(there);
		}
		expect((await look(`${server.directUrl}/`)).status).toBe(200);
	});

	it.each(TOOLS)("[SEC-4] knows nothing of %s", async (path) => {
		for (const method of ["GET", "POST"]) {
			const response = await fetch(server.directUrl + path, { method });
			expect(response.status).toBe(404);
			// A page for whoever reads, a problem for whoever writes: ours both.
			expect(await response.text()).toMatch(method === "GET" ? /<h1>没有这个页面<\/h1>/ : /"code":"not-found"/);
		}
	});

	it("[SEC-4] keeps the tools off behind it as well", async () => {
		for (const path of TOOLS) {
			const { status } = await fetch(server.url + path);
			expect([400, 404], path).toContain(status);
		}
	});

	it("[SEC-7] lets a file whose name changes with its content be kept for a year, and no page", async () => {
		const page = await fetch(`${server.directUrl}/console/`);
		const [asset] = /\/assets\/[^"]+\.js/.exec(await page.text()) ?? [];
		expect(page.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
		for (const base of [server.directUrl, server.url]) {
			const file = await fetch(base + asset);
			await file.body?.cancel();
			expect(file.status).toBe(200);
			expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
			expect(file.headers.get("content-security-policy")).toContain("default-src 'none'");
		}
		// A build that is gone must not be remembered as missing.
		const gone = await fetch(`${server.directUrl}/assets/console-client/index-gone0000.js`);
		expect([gone.status, gone.headers.get("cache-control")]).toEqual([404, "no-store"]);
	});

	it("[SEC-6] tells robots to stay away, browsers its icon, and who finds a hole where to write", async () => {
		for (const base of [server.directUrl, server.url]) {
			expect(await (await fetch(`${base}/robots.txt`)).text()).toBe("User-agent: *\nDisallow: /\n");
			const icon = new Uint8Array(await (await fetch(`${base}/favicon.ico`)).arrayBuffer());
			expect([...icon.slice(0, 6)]).toEqual([0, 0, 1, 0, 1, 0]);
			const contact = await (await fetch(`${base}/.well-known/security.txt`)).text();
			expect(contact).toContain("Contact: mailto:security@bank.example");
		}
	});

	it("[SEC-6] shows a page in both languages where there is none, under the policy of all pages", async () => {
		for (const base of [server.directUrl, server.url]) {
			const page = await fetch(`${base}/no/such/page`);
			expect(page.status).toBe(404);
			expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
			expect(await page.text()).toMatch(/没有这个页面[\s\S]*There is no such page/);
		}
	});

	it("[SEC-4] believes nobody who names an address", async () => {
		const statuses: number[] = [];
		for (let call = 0; call < 2 * BURST; call++) {
			const address = `10.0.0.${call}`;
			const headers = { "cf-connecting-ip": address, "mf-cf-blob": JSON.stringify({ clientIp: `${address}:1` }) };
			const response = await fetch(`${server.directUrl}/api/demo`, { headers });
			await response.body?.cancel();
			statuses.push(response.status);
		}
		expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
		expect(statuses).toContain(429);
	});
});

/** What of an answer a page depends on. */
async function look(address: string) {
	const response = await fetch(address, { redirect: "manual" });
	await response.body?.cancel();
	const policy = response.headers.get("content-security-policy");
	const location = response.headers.get("location");
	const type = response.headers.get("content-type");
	return { status: response.status, location, policy, type };
}
