/** Records as they were made last, and what each was made from. */
export type MadeOnce<Source, Made> = { of: readonly Source[]; made: Made[] };

export function nothingMade<Source, Made>(): MadeOnce<Source, Made> {
	return { of: [], made: [] };
}

/**
 * A record for each source, in their order, and remembers them in `last`: what was made from the very same source is taken again, and
 * the very same list where no source has changed, so that a diff passes over it.
 */
export function madeOnce<Source, Made>(
	last: MadeOnce<Source, Made>,
	sources: readonly Source[],
	make: (source: Source) => Made,
): Made[] {
	const made: Made[] = [];
	let isSame = sources.length === last.of.length;
	// Sources keep their order: the next one stands where it stood, or a few further on.
	let at = 0;
	for (let index = 0; index < sources.length; index++) {
		const source = sources[index] as Source;
		const place = last.of[at] === source ? at : last.of.indexOf(source, at);
		if (place === -1) made.push(make(source));
		else {
			made.push(last.made[place] as Made);
			at = place + 1;
		}
		isSame &&= place === index;
	}
	if (isSame) return last.made;
	last.of = sources;
	last.made = made;
	return made;
}
