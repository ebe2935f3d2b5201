import { useEffect, useState } from "react";
import type { CallResult } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { type Shown, useShown } from "../../react-kit/data/use-shown.ts";

/** Values in full, for as long as they may be seen, and the asking for them. */
export type ShownValues<Values = unknown> = Pick<Shown<Values>, "values" | "secondsLeft" | "hide"> & {
	readonly problem: ClientProblem | null;
	readonly waiting: boolean;
	show(reason: string): Promise<boolean>;
};

/** Asks for a record's values in full; a changed record no longer is what was shown. `hideAt` is the server's clock. */
export function useShownRecord<Values extends object>(
	version: number,
	ask: (reason: string) => Promise<CallResult<{ readonly values: Values; readonly hideAt: number }>>,
): ShownValues<Values> {
	const shown = useShown<Values>();
	const { hide } = shown;
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [waiting, setWaiting] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what was shown goes with the version it was of.
	useEffect(() => hide(), [version]);
	const show = async (reason: string) => {
		setWaiting(true);
		setProblem(null);
		const answer = await ask(reason);
		setWaiting(false);
		if (answer.ok) shown.show(answer.value);
		else setProblem(answer.problem);
		return answer.ok;
	};
	return { values: shown.values, secondsLeft: shown.secondsLeft, hide, problem, waiting, show };
}
