import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { ENDPOINTS, type EndpointName } from "../../schema/api.ts";
import { branches, branchStatus, configuration, position, renewEpoch } from "./branch.ts";
import { sendCommand } from "./command.ts";
import { demo, demoToken, setClock } from "./demo.ts";
import { live } from "./live.ts";
import { openApiDocument } from "./openapi.ts";
import { problemResponse } from "./problem-response.ts";
import { commits, dayReport, dayReports, series, verifyReport } from "./report.ts";
import { type AppEnv, type Handler, serve } from "./serve.ts";

const health: Handler<"health"> = async ({ env }) => ({ status: "ok", demo: env.DEMO_MODE === "true" });

/** Every endpoint of the table has a handler here, or this does not compile. */
const HANDLERS: { readonly [Name in EndpointName]: Handler<Name> } = {
	health,
	branches,
	branchStatus,
	configuration,
	sendCommand,
	position,
	live,
	dayReports,
	dayReport,
	verifyReport,
	commits,
	series,
	renewEpoch,
	demo,
	demoToken,
	setClock,
};

/** The door: everything below `/api`. */
export function createApp(): Hono<AppEnv> {
	const app = new Hono<AppEnv>();
	app.use(requestId());
	app.onError((error, context) => {
		const id = context.get("requestId");
		console.error(JSON.stringify({ message: "unexpected", requestId: id, error: error.stack ?? String(error) }));
		return problemResponse("unexpected", id);
	});
	for (const name of Object.keys(HANDLERS) as EndpointName[]) serveByName(app, name);
	let document: string | undefined;
	app.get("/api/openapi.json", (context) => {
		document ??= JSON.stringify(openApiDocument());
		return context.body(document, 200, { "Content-Type": "application/json; charset=utf-8" });
	});
	app.all("/api/*", (context) => {
		const known = Object.values(ENDPOINTS).some(({ path }) => matches(`/api${path}`, context.req.path));
		return problemResponse(known ? "method-not-allowed" : "not-found", context.get("requestId"));
	});
	return app;
}

function serveByName<Name extends EndpointName>(app: Hono<AppEnv>, name: Name): void {
	serve(app, name, HANDLERS[name]);
}

/** Whether a path has the shape of a pattern with `:names`. */
function matches(pattern: string, path: string): boolean {
	const wanted = pattern.split("/");
	const parts = path.split("/");
	return wanted.length === parts.length && wanted.every((each, at) => each.startsWith(":") || each === parts[at]);
}
