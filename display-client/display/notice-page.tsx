import type { Bilingual } from "../../schema/ids.ts";
import { Both } from "./both.tsx";

/** A whole screen of one message: while there is nothing to show yet, or nothing may be shown. */
export function NoticePage({ title, text }: { title: Bilingual; text?: Bilingual }) {
	return (
		<main class="notice-page">
			<h1>
				<Both text={title} />
			</h1>
			{text !== undefined && (
				<p>
					<Both text={text} />
				</p>
			)}
		</main>
	);
}
