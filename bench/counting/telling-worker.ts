import door, { BranchObject } from "./worker.js";

export { HolderObject, LedgerObject } from "./worker.js";

/** Branches that are a row and nothing else: a message to one is noted, and no object is made. */
const PLANTED = /^ro-p\d{6}$/;

/** What was told and what D1 did so far: by the door, and by the branches that were told. */
const counts = { doorRead: 0, doorWritten: 0, branchRead: 0, branchWritten: 0 };
const messages: { readonly branchId: string; readonly atMs: number }[] = [];
/** Pauses between messages pass in no time here, and are added up; what waits longer is a time-out, and waits. */
const PAUSE_MAX_MS = 1_000;
const wait = scheduler.wait.bind(scheduler);
let virtualMs = 0;
let breaksAt = Number.POSITIVE_INFINITY;
scheduler.wait = async (ms, options) => {
	if (ms > PAUSE_MAX_MS) return wait(ms, options);
	virtualMs += ms;
	if (messages.length < breaksAt) return;
	breaksAt = Number.POSITIVE_INFINITY;
	throw new Error("the turn breaks off");
};

/** The branch as deployed, whose questions to D1 are counted. */
export class TellingBranch extends BranchObject {
	constructor(context: DurableObjectState, env: Env) {
		super(context, { ...env, DB: counted(env.DB, "branch") });
	}
}

/** Statements that telling is made of; whatever else goes on at the same time is not counted. */
const OF_TELLING = /section_|from branches/i;

/** D1, of which the rows of these statements are added up. */
function counted(database: D1Database, by: "door" | "branch"): D1Database {
	const add = <Row>(result: D1Result<Row>): D1Result<Row> => {
		counts[`${by}Read`] += result.meta.rows_read;
		counts[`${by}Written`] += result.meta.rows_written;
		return result;
	};
	const bound = (statement: D1PreparedStatement): D1PreparedStatement =>
		new Proxy(statement, {
			get(target, key) {
				if (key === "bind") return (...values: unknown[]) => bound(target.bind(...values));
				if (key === "run" || key === "all") return async () => add(await target.all());
				if (key === "raw") return async () => (await target.all<object>().then(add)).results.map(Object.values);
				const value: unknown = Reflect.get(target, key, target);
				return typeof value === "function" ? value.bind(target) : value;
			},
		});
	return new Proxy(database, {
		get(target, key) {
			if (key === "prepare") {
				return (query: string) => (OF_TELLING.test(query) ? bound(target.prepare(query)) : target.prepare(query));
			}
			const value: unknown = Reflect.get(target, key, target);
			return typeof value === "function" ? value.bind(target) : value;
		},
	});
}

type Env = { readonly DB: D1Database; readonly BRANCH: DurableObjectNamespace<TellingBranch> };

function noted(env: Env): Env {
	const getByName = (branchId: string) => {
		const real = PLANTED.test(branchId) ? null : env.BRANCH.getByName(branchId);
		const told = async () => {
			messages.push({ branchId, atMs: virtualMs });
			await real?.sectionsChanged();
		};
		return new Proxy({} as DurableObjectStub<TellingBranch>, {
			get: (_, key) => {
				if (key === "sectionsChanged") return told;
				// A stub's methods are looked up where it is.
				return real === null
					? undefined
					: (...values: unknown[]) => Reflect.apply(Reflect.get(real, key), real, values);
			},
		});
	};
	return { ...env, DB: counted(env.DB, "door"), BRANCH: { getByName } as never };
}

export default {
	async fetch(request, env, context): Promise<Response> {
		const { pathname, searchParams } = new URL(request.url);
		switch (pathname) {
			case "/bench/turn": {
				const before = virtualMs;
				const at = { scheduledTime: Number(searchParams.get("at")), cron: "* * * * *" };
				const brokeOff = await door.scheduled(at, noted(env)).then(
					() => false,
					() => true,
				);
				return Response.json({ tookMs: virtualMs - before, brokeOff });
			}
			case "/bench/break":
				breaksAt = Number(searchParams.get("after"));
				return Response.json({});
			case "/bench/begin":
				Object.assign(counts, { doorRead: 0, doorWritten: 0, branchRead: 0, branchWritten: 0 });
				messages.length = 0;
				virtualMs = 0;
				return Response.json({});
			case "/bench/told":
				return Response.json({ counts, messages });
			default:
				return door.fetch(request, noted(env), context);
		}
	},
} satisfies ExportedHandler<Env>;
