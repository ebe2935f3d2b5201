import { env } from "cloudflare:workers";
import { it, vi } from "vitest";
import { commonWords } from "../../../worker/access/common-words.ts";
import { bearer, call, OPERATOR } from "../callers.ts";

// A file of its own: an isolate reads the words once.
it("[ACC-19] no new password is taken while the common ones cannot be read", async ({ expect }) => {
	const staffId = `p-${crypto.randomUUID().slice(0, 8)}`;
	const json = { "Content-Type": "application/json" };
	const added = await call("/people", {
		method: "POST",
		headers: { ...(await bearer(OPERATOR)), ...json },
		body: JSON.stringify({
			staffId,
			name: { zh: "测试", en: "Test" },
			assignments: [{ role: "head-office-operator", nodeId: "bank" }],
		}),
	});
	const { firstPassword } = await added.json<{ firstPassword: string }>();
	const signIn = {
		method: "POST",
		headers: json,
		body: JSON.stringify({ staffId, password: firstPassword, carry: "token" }),
	};
	const { token } = await (await call("/session", signIn)).json<{ token: string }>();
	const change = async (next: string) => {
		const response = await call("/session/password", {
			method: "PUT",
			headers: { Authorization: `Bearer ${token}`, ...json },
			body: JSON.stringify({ current: firstPassword, next }),
		});
		return response.ok ? "taken" : (await response.json<{ code: string }>()).code;
	};
	await expect(commonWords(undefined)).rejects.toThrow("common passwords");
	const files = vi.spyOn(env.ASSETS, "fetch").mockImplementation(async () => new Response("away", { status: 503 }));
	for (const next of ["Dragon12345", "a better one 厅堂"]) expect(await change(next)).toBe("not-ready");
	files.mockImplementation(async () => new Response("7525 half"));
	expect(await change("Dragon12345")).toBe("not-ready");
	vi.restoreAllMocks();
	expect(await change("Dragon12345")).toBe("weak-password");
	expect(await change("a better one 厅堂")).toBe("taken");
});
