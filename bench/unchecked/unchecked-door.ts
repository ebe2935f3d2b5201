/** The branch's own object, as far as this door uses it. */
type Branch = Rpc.DurableObjectBranded & {
	execute(request: unknown, actor: unknown): Promise<unknown>;
};
type Env = { readonly BRANCH: DurableObjectNamespace<Branch> };

/** The shortest way to the very same branch: whoever asks is believed, and nothing of what they say is looked at. */
export default {
	async fetch(request, env): Promise<Response> {
		const [, , , branchId = ""] = new URL(request.url).pathname.split("/");
		const actor: unknown = JSON.parse(request.headers.get("x-actor") ?? "null");
		const commandId = request.headers.get("idempotency-key");
		const { command } = await request.json<{ command: unknown }>();
		const answer = await env.BRANCH.getByName(branchId).execute({ commandId, command }, actor);
		return Response.json({ answer });
	},
} satisfies ExportedHandler<Env>;
