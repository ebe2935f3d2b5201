import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import type { Role } from "../../schema/actor.ts";
import type { FirstPassword, Person } from "../../schema/people/person.ts";
import { PHONE } from "./a-hall.ts";

export type Assignment = { readonly role: Role; readonly nodeId: string };

const NAME = { zh: "李敏", en: "Li Min" };

/** The bank's own side of a browser test: people who really sign in, at a branch that stands in the institution tree. */
export async function peopleAt(branchId: string) {
	const base = inject("serverUrl");
	const operator = await token("head-office-operator");
	await addNode("sh", "bank");
	await addNode(branchId, "sh");

	async function token(role: Role): Promise<string> {
		const body = JSON.stringify({ kind: "staff", role });
		const response = await fetch(`${base}/api/demo/tokens`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body,
		});
		return ((await response.json()) as { token: string }).token;
	}

	async function ask(method: string, path: string, body?: unknown, version?: number): Promise<Response> {
		const headers = {
			Authorization: `Bearer ${operator}`,
			"Content-Type": "application/json",
			...(version !== undefined && { "If-Match": String(version) }),
		};
		return fetch(`${base}/api${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
	}

	async function addNode(nodeId: string, parentId: string): Promise<void> {
		const response = await ask("POST", "/institution/nodes", { nodeId, parentId, name: { zh: "机构", en: "Node" } });
		// Several tests share the region.
		if (!response.ok && response.status !== 409) throw new Error(await response.text());
	}

	/** Somebody with a first password, which must be changed at the first sign-in. */
	async function join(assignments: readonly Assignment[], name = NAME): Promise<FirstPassword> {
		const staffId = `t${crypto.randomUUID().slice(0, 8)}`;
		const response = await ask("POST", "/people", { staffId, name, assignments });
		if (!response.ok) throw new Error(await response.text());
		return (await response.json()) as FirstPassword;
	}

	/** Gives somebody these roles in place of those they have. */
	async function reassign(staffId: string, assignments: readonly Assignment[]): Promise<void> {
		const person = (await (await ask("GET", `/people/${staffId}`)).json()) as Person;
		const response = await ask("PUT", `/people/${staffId}`, { name: NAME, assignments }, person.version);
		if (!response.ok) throw new Error(await response.text());
	}

	async function endSessions(staffId: string): Promise<void> {
		const response = await ask("DELETE", `/people/${staffId}/sessions`);
		if (!response.ok) throw new Error(await response.text());
	}

	return { base, addNode, join, reassign, endSessions };
}

/** A browser of their own at the sign-in page, bound for `next`. */
export async function atSignIn(
	browser: Browser,
	base: string,
	next: string,
): Promise<{ page: Page; context: BrowserContext }> {
	const context = await browser.newContext({ viewport: PHONE, locale: "zh-CN" });
	const page = await context.newPage();
	page.on("pageerror", (error) => {
		throw error;
	});
	await page.goto(`${base}/sign-in/?next=${encodeURIComponent(next)}`);
	return { page, context };
}

export async function typePassword(page: Page, staffId: string, password: string): Promise<void> {
	await page.getByLabel("工号").fill(staffId);
	await page.getByLabel("密码", { exact: true }).fill(password);
	await page.getByRole("button", { name: "登录" }).click();
}

/** Signs somebody in who has a first password, and chooses the next one. */
export async function signInFirst(page: Page, { person, firstPassword }: FirstPassword, next: string): Promise<void> {
	await typePassword(page, person.staffId, firstPassword);
	await page.getByLabel("新密码", { exact: true }).fill(next);
	await page.getByLabel("再输一次新密码").fill(next);
	await page.getByRole("button", { name: "保存并继续" }).click();
}
