import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { clearTab, store, stored } from "../../../client-kit/page/web-storage.ts";

afterEach(() => vi.unstubAllGlobals());

const refuse = () => {
	throw new DOMException("refused", "SecurityError");
};
const full = () => {
	throw new DOMException("full", "QuotaExceededError");
};

it.each([
	["refuses everything", { getItem: refuse, setItem: refuse, removeItem: refuse, clear: refuse }],
	["is full", { getItem: () => null, setItem: full, removeItem: () => undefined, clear: () => undefined }],
	["is null", null],
	["is absent", undefined],
])("[SCR-12] a storage that %s stops nobody: the page remembers for itself", (_, storage) => {
	vi.stubGlobal("localStorage", storage);
	vi.stubGlobal("sessionStorage", storage);
	for (const kind of ["localStorage", "sessionStorage"] as const) {
		store(kind, "key", "value");
		expect([null, "value"]).toContain(stored(kind, "key"));
		store(kind, "key", null);
		expect(stored(kind, "key")).toBeNull();
	}
	store("sessionStorage", "key", "value");
	clearTab();
	expect(stored("sessionStorage", "key")).toBeNull();
});

it("[SCR-12] no page asks the browser's storage but by the one way that goes on without it", () => {
	const clients = ["client-kit", "console-client", "display-client", "kiosk-client", "staff-client"];
	const users = clients
		.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
		.filter((file) => /\.tsx?$/.test(file) && /\b(local|session)Storage\s*[.?[]/.test(readFileSync(file, "utf8")));
	expect(users).toEqual(["client-kit/page/web-storage.ts"]);
});
