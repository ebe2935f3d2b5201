import type { Bilingual } from "../../schema/ids.ts";
import { Both, inBoth } from "./both.tsx";

/** A whole screen of one message: while there is nothing to show yet, or nothing may be shown. */
export function NoticePage({ title, text, link = false }: { title: Bilingual; text?: Bilingual; link?: boolean }) {
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
			{link && (
				<a href="/">
					<Both text={inBoth("startPage")} />
				</a>
			)}
		</main>
	);
}
