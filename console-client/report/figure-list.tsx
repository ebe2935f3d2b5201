import { Sign } from "../parts/sign.tsx";
import type { Tone } from "../parts/tone.ts";

/** What is said beneath a figure: what is usual, say. With a tone it is a sign. */
export type FigureNote = { readonly text: string; readonly tone?: Tone };
export type Figure = readonly [label: string, value: string | number, ...notes: readonly FigureNote[]];

/** Figures with their labels, side by side; `small`: those that nobody came for. */
export function FigureList(props: { readonly figures: readonly Figure[]; readonly small?: boolean }) {
	return (
		<dl className={props.small ? "figures small-figures" : "figures"}>
			{props.figures.map(([label, value, ...notes]) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>{value}</dd>
					{notes.map(({ text, tone }) => (
						<dd key={text} className="figure-note">
							{tone === undefined ? text : <Sign tone={tone}>{text}</Sign>}
						</dd>
					))}
				</div>
			))}
		</dl>
	);
}
