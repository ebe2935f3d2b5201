import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { useWords } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/** What went wrong and what to do, where the eye is. */
export function ProblemLine({ problem }: { readonly problem: ClientProblem | string | null }) {
	const { locale } = useWords();
	if (problem === null) return null;
	const inOwnWords = typeof problem === "string";
	return <Notice level="over" text={inOwnWords ? problem : locale === "zh" ? problem.title : problem.titleEn} />;
}
