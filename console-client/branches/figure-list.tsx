/** Figures with their labels, side by side. */
export function FigureList(props: { readonly figures: readonly (readonly [string, string | number])[] }) {
	return (
		<dl className="figures">
			{props.figures.map(([label, value]) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}
