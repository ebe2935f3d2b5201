import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { stopwatch } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { useWords } from "../words/words.ts";

/** On the page that approves the pairing of a device: why a step failed, what to do, and how long to wait before the next try. */
export function ProblemLine({ problem }: { readonly problem: ClientProblem | null }) {
	const { t, locale } = useWords();
	if (problem === null) return null;
	const text = locale === "zh" ? problem.title : problem.titleEn;
	return (
		<div className="notice over" role="alert">
			<Icon name="alert" />
			<span className="grow">
				{t("named", { label: t("approveProblem"), value: text })}
				{problem.retryAfterMs !== undefined && ` · ${stopwatch(problem.retryAfterMs)}`}
			</span>
		</div>
	);
}
