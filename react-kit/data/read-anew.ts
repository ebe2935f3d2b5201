import { queries } from "./queries.ts";

/**
 * Reads everything of these names again that is on the page, because it is known to have changed. A reading that is under way
 * may have been answered before that: it is given up, also the first one, which the library would wait for instead.
 */
export async function readAnew(...names: readonly string[]): Promise<void> {
	await Promise.all(
		names.map(async (name) => {
			const which = { queryKey: [name] };
			await queries.cancelQueries(which);
			await queries.invalidateQueries(which);
		}),
	);
}
