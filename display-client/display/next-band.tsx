import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";

/** The numbers that would be called next, so that people gather their things in time. */
export function NextBand({ model }: { model: BoardModel }) {
	const numbers = model.next.value;
	return (
		<section class="next">
			<h2>
				<Both text={inBoth("next")} />
			</h2>
			{numbers.length === 0 ? (
				<p class="next-none">
					<Both text={inBoth("nobodyNext")} />
				</p>
			) : (
				<ol>
					{numbers.map((number) => (
						<li key={number} class="tabular">
							{number}
						</li>
					))}
				</ol>
			)}
		</section>
	);
}
