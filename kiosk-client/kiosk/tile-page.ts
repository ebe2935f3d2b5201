/** More tiles than these on one screen would be too small to hit and too many to read. */
export const TILES_MAX = 8;

/** One screen of tiles; when others are left, the last place is a tile that leads to them. */
export function tilePage<Item>(
	items: readonly Item[],
	page: number,
): { readonly items: readonly Item[]; readonly hasMore: boolean } {
	const rest = items.slice(page * (TILES_MAX - 1));
	const hasMore = rest.length > TILES_MAX;
	return { items: hasMore ? rest.slice(0, TILES_MAX - 1) : rest, hasMore };
}
