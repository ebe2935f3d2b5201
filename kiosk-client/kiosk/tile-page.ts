/** The most tiles on one screen: more would be too small to touch and too many to read. */
export const TILES_MAX = 8;

/** The items of one screen of tiles. `hasMore`: others are left, and the last place is for a tile that leads to them. */
export function tilePage<Item>(
	items: readonly Item[],
	page: number,
): { readonly items: readonly Item[]; readonly hasMore: boolean } {
	const rest = items.slice(page * (TILES_MAX - 1));
	const hasMore = rest.length > TILES_MAX;
	return { items: hasMore ? rest.slice(0, TILES_MAX - 1) : rest, hasMore };
}
