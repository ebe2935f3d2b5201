import { createContext, useContext } from "react";
import type { Cases } from "./use-cases.ts";

export const CasesContext = createContext<Cases | null>(null);

/** The cases of the branch that this phone works with. */
export function useOpenCases(): Cases {
	const cases = useContext(CasesContext);
	if (cases === null) throw new Error("outside of the phone's page");
	return cases;
}
