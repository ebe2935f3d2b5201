import type { BoardModel } from "./board-model.ts";
import { Both } from "./both.tsx";

/** What is published for this screen, in turn: advice against fraud and about the service. */
export function Notices({ model }: { model: BoardModel }) {
	const notices = model.notices.value;
	const notice = notices[model.turn.value % notices.length];
	if (notice === undefined) return null;
	return (
		<section class="notice" key={notice.id}>
			<h2>
				<Both text={notice.title} />
			</h2>
			<p>
				<Both text={notice.text} />
			</p>
		</section>
	);
}
