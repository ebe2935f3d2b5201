import type { CaseDefinition, CaseStanding, CaseTest } from "./definition.ts";
import { hasFacts } from "./step.ts";

/** A case as a test looks at it. */
type Tested = Pick<CaseStanding, "stage" | "facts"> & {
	/** The fields and ties that it has. */
	readonly holding: readonly string[];
};

/** What is to be said of a case beside its stage, by name; of one that is erased nothing more is to be said. */
export function signsOf({ signs = {} }: CaseDefinition, tested: Tested): string[] {
	return Object.entries(signs).flatMap(([name, sign]) => {
		const isSaid = "when" in sign ? fulfils(sign.when, tested) : !fulfils(sign.unless, tested);
		return isSaid ? [name] : [];
	});
}

function fulfils({ stage, is, lacks = [] }: CaseTest, tested: Tested): boolean {
	return (
		(stage === undefined || tested.stage === stage) &&
		hasFacts(is, tested) &&
		!lacks.some((each) => tested.holding.includes(each))
	);
}
