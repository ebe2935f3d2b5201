import { type ComponentType, createContext, type InputHTMLAttributes, type ReactNode, useContext } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { StepBy } from "../../rules/case/definition.ts";
import type { Role } from "../../schema/actor.ts";

export type Choice = { readonly id: string; readonly label: string };
type Asked<Value, Given = Value> = {
	readonly label: string;
	readonly value: Value;
	readonly onChange: (value: Given) => void;
};
type Typed = Asked<string> & {
	/** Takes the focus when its form opens. */
	readonly isFirst?: boolean;
};

/** The page's own controls, of which the form of a step is put together. */
export type CaseControls = {
	/** One of a few, all of them in sight. */
	readonly Chips: ComponentType<Asked<string | null, string> & { readonly choices: readonly Choice[] }>;
	/** One of some: in sight where a finger chooses, folded on a desk. */
	readonly Pick: ComponentType<Asked<string | null, string> & { readonly choices: readonly Choice[] }>;
	/** One of many; `none` stands there while nothing is chosen. */
	readonly Select: ComponentType<Asked<string> & { readonly choices: readonly Choice[]; readonly none?: string }>;
	readonly Line: ComponentType<
		Typed & { readonly note?: string | undefined; readonly input?: InputHTMLAttributes<HTMLInputElement> }
	>;
	readonly Text: ComponentType<Typed & { readonly hint?: string | undefined; readonly maxLength: number }>;
	readonly Check: ComponentType<Asked<boolean>>;
	/** A moment, epoch milliseconds. */
	readonly Due: ComponentType<Asked<number | null, number>>;
	/** What belongs together, beside each other. */
	readonly Beside: ComponentType<{ readonly children: ReactNode }>;
	readonly Group: ComponentType<{ readonly label: string; readonly children: ReactNode }>;
	readonly Button: ComponentType<{ readonly label: string; readonly onPress: () => void }>;
	readonly Notice: ComponentType<{ readonly text: string }>;
	/** A gap in words, or what the branch answered. */
	readonly Problem: ComponentType<{ readonly problem: ClientProblem | string | null }>;
	/** What may be left out, folded; null: it stands open and says so. */
	readonly More: ComponentType<{ readonly isOpen: boolean; readonly children: ReactNode }> | null;
};

export type CaseForm = {
	readonly controls: CaseControls;
	/** Whom a case may be given to. */
	readonly people: readonly { readonly id: string; readonly role: Role }[];
	/** Whoever fills it in. */
	readonly by: StepBy;
	/** The branch keeps the bank's own numbers of customers, and no names. */
	readonly referenceOnly: boolean;
	/** It is said in the hall, of a customer who is there. */
	readonly inHall: boolean;
};

export const CaseFormContext = createContext<CaseForm | null>(null);

/** What the form of a step is put together of. */
export function useCaseForm(): CaseForm {
	const form = useContext(CaseFormContext);
	if (form === null) throw new Error("outside of a page on which cases are moved");
	return form;
}
