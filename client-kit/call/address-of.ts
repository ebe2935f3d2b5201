import { API_ROOT } from "../../rules/api-root.ts";
import type { ENDPOINTS, EndpointName, Input } from "../../schema/endpoint/api.ts";

/** A row of `rules/routes/`: name, method and path, all that a page keeps of an endpoint, so that no schema is loaded at run time. */
export type Route<Name extends EndpointName> = {
	readonly name: Name;
	readonly method: (typeof ENDPOINTS)[Name]["method"];
	readonly path: (typeof ENDPOINTS)[Name]["path"];
};

type Given<Type> = { [Key in keyof Type as Type[Key] extends undefined ? never : Key]: Type[Key] };
/** The parts (`params`, `query`, `body`) that the endpoint takes. */
export type CallInput<Name extends EndpointName> = Given<Input<Name>>;

/** Where an endpoint is found on its origin; fields of the query that are undefined are left out. */
export function addressOf<Name extends EndpointName>({ path }: Route<Name>, input: CallInput<Name>): string {
	const { params = {}, query = {} } = input as { params?: Fields; query?: Fields };
	const place = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
	// JSON leaves out what is undefined.
	const search = String(new URLSearchParams(JSON.parse(JSON.stringify(query))));
	return API_ROOT + place + (search && `?${search}`);
}

type Fields = Record<string, unknown>;
