import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { useWords } from "../words/words.ts";
import { Icon } from "./icon.tsx";

/** What went wrong and what to do, where the eye is. */
export function ProblemLine({ problem }: { readonly problem: ClientProblem | string | null }) {
	const { locale } = useWords();
	if (problem === null) return null;
	const inOwnWords = typeof problem === "string";
	return (
		<div className="notice notice-over" role="alert">
			<Icon name="alert" />
			<span>{inOwnWords ? problem : locale === "zh" ? problem.title : problem.titleEn}</span>
		</div>
	);
}
