import type { Connection } from "../../client-kit/live/connection.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { useWords } from "../words/words.ts";

const LEVEL = { connecting: "near", live: "within", amber: "near", lost: "over", refused: "over" } as const;

/** How fresh the page is, in one word; always in sight. */
export function ConnectionSign({ connection }: { readonly connection: Connection }) {
	const { t } = useWords();
	const word = connection.status === "refused" ? "lost" : connection.status;
	return (
		<span className={`sign ${LEVEL[connection.status]}`} role="status">
			<Icon name={LEVEL[connection.status] === "over" ? "cut" : "link"} />
			{t(word)}
		</span>
	);
}
