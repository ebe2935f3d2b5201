import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "tingtang-api";

export type Wish = {
	readonly url: string;
	readonly staffId: string;
	readonly password: string;
	readonly branchId: string;
};

/** What a foreign developer's first program does, with nothing but the generated client. Compiled by the test against the document. */
export async function useApi(wish: Wish, hear: Middleware) {
	const client = createClient<paths>({ baseUrl: wish.url });
	client.use(hear);

	const { staffId, password, branchId } = wish;
	const session = await client.POST("/api/session", { body: { staffId, password, carry: "token" } });
	const token = session.data?.token;
	if (token === undefined) throw new Error(`not signed in: ${session.error?.titleEn}`);
	client.use({ onRequest: ({ request }) => request.headers.set("Authorization", `Bearer ${token}`) });

	const seen: string[] = [];
	let cursor: string | undefined;
	do {
		const query = { limit: 2, ...(cursor !== undefined && { cursor }) };
		const page = await client.GET("/api/people", { params: { query } });
		if (page.error !== undefined) throw new Error(page.error.titleEn);
		seen.push(...page.data.rows.map((row) => row.staffId));
		cursor = page.data.next ?? undefined;
	} while (cursor !== undefined);

	const path = { staffId: seen.find((id) => id !== staffId) ?? "" };
	const person = await client.GET("/api/people/{staffId}", { params: { path } });
	if (person.error !== undefined) throw new Error(person.error.titleEn);
	const { assignments, version } = person.data;
	const change = (ifMatch: string) =>
		client.PUT("/api/people/{staffId}", {
			params: { path, header: { "If-Match": ifMatch } },
			body: { name: { zh: "王芳", en: "Wang Fang" }, assignments },
		});
	const changed = await change(`"${version}"`);
	const late = await change(String(version));

	const sent = await client.POST("/api/branches/{branchId}/commands", {
		params: { path: { branchId }, header: { "Idempotency-Key": crypto.randomUUID() } },
		body: { command: { type: "ask-for-help", reason: "queue" } },
	});
	return {
		seen,
		before: version,
		after: changed.data?.version,
		late: late.error?.code,
		answer: sent.data?.answer.status,
		refusal: sent.error?.code,
	};
}
