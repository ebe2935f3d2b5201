/** A sign beside a word; the word carries the meaning, so readers skip the sign. */
export function IconDrawing({ path }: { readonly path: string }) {
	return (
		<svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d={path} />
		</svg>
	);
}
