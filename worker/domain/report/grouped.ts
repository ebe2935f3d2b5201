/** Groups in the order of their ids, so that equal days give equal text. */
export function grouped<Each>(list: readonly Each[], key: (each: Each) => string): [string, Each[]][] {
	const groups = new Map<string, Each[]>();
	for (const each of list) {
		const group = groups.get(key(each));
		if (group === undefined) groups.set(key(each), [each]);
		else group.push(each);
	}
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
