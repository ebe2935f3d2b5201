import { expect, it } from "vitest";
import * as branch from "../../rules/routes/branch.ts";
import * as cases from "../../rules/routes/case.ts";
import * as configuration from "../../rules/routes/configuration.ts";
import * as demo from "../../rules/routes/demo.ts";
import * as device from "../../rules/routes/device.ts";
import * as identityProvider from "../../rules/routes/identity-provider.ts";
import * as ledger from "../../rules/routes/ledger.ts";
import * as people from "../../rules/routes/people.ts";
import * as privacy from "../../rules/routes/privacy.ts";
import * as restore from "../../rules/routes/restore.ts";
import * as serviceAccount from "../../rules/routes/service-account.ts";
import * as session from "../../rules/routes/session.ts";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";

const routes = [
	branch,
	cases,
	configuration,
	demo,
	device,
	identityProvider,
	ledger,
	people,
	privacy,
	restore,
	serviceAccount,
	session,
].flatMap((noun) => Object.values(noun));

it("[DOOR-4] the table has each route under its own name, and nothing else", () => {
	const rows = Object.entries(ENDPOINTS).map(([name, { method, path }]) => ({ name, method, path }));
	const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
	expect(rows.sort(byName)).toEqual([...routes].sort(byName));
});

it("[DOOR-4] no two endpoints are one address, whatever their values are called", () => {
	const places = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ":")}`);
	expect(new Set(places).size).toBe(places.length);
});
