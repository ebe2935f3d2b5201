import type { CaseDefinition } from "../../../rules/case/definition.ts";
import type { CASE_KINDS, CaseKind } from "../../../rules/case/kinds.ts";
import type { CaseShown } from "../../../schema/customer/case.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { PROBLEM_WORDS } from "./problem.ts";
import { REFERRAL_KIND_WORDS } from "./referral.ts";
import { toldCodes } from "./told-codes.ts";

type StageOf<Kind extends CaseDefinition> = Kind["open"][number] | Kind["over"][number];
type StepOf<Kind extends CaseDefinition> = keyof Kind["steps"] & string;

/** How a step is called on the button that does it, and in the history once it was done. */
export type StepWords = {
	readonly act: Bilingual;
	readonly done: Bilingual;
	/** On the button once it was done before. */
	readonly again?: Bilingual;
};
/** How a text is asked for. */
export type TextWords = { readonly label: Bilingual; readonly hint?: Bilingual };

/** Everything that the pages say of one kind of case; a stage, a step or a text without words does not compile. */
export type KindWords<Kind extends CaseDefinition> = {
	/** One of them, and many. */
	readonly name: Bilingual;
	readonly plural: Bilingual;
	readonly stages: Readonly<Record<StageOf<Kind>, Bilingual>>;
	readonly steps: Readonly<Record<"open" | StepOf<Kind>, StepWords>>;
	readonly texts: Readonly<Record<Kind["texts"][number], TextWords>>;
	/** How its fields, ties and facts are called, and the columns of lists as `field.list.column`. */
	readonly values?: Words;
	/** The codes of facts, by fact. */
	readonly codes?: Readonly<Record<string, Words>>;
	/** What is said of one by a sign, and how its lists are called. */
	readonly signs?: Words;
	readonly lists?: Words;
};

type Words = Readonly<Record<string, Bilingual>>;

const CASE_WORDS: { readonly [Kind in CaseKind]: KindWords<(typeof CASE_KINDS)[Kind]> } = {
	problem: PROBLEM_WORDS,
	referral: REFERRAL_KIND_WORDS,
};

type AnyKindWords = {
	readonly [Part in keyof KindWords<CaseDefinition>]: KindWords<CaseDefinition>[Part];
};

export function wordsOfKind(kind: CaseKind): AnyKindWords {
	return CASE_WORDS[kind];
}

/** What a stage is called; its id where a newer server knows one that this page does not. */
export function stageWord(kind: CaseKind, stage: string): Bilingual {
	return wordsOfKind(kind).stages[stage] ?? asItIs(stage);
}

/** What happens to a case of any kind without anybody doing a step of it. */
const BY_ITSELF: Readonly<Record<string, StepWords>> = {
	"owner-left": {
		act: { zh: "责任人离岗，转给网点负责人", en: "Pass to the branch head" },
		done: { zh: "责任人已离岗，由网点负责人接手", en: "Owner left: the branch head took over" },
	},
	accepted: {
		act: { zh: "客户经理应答", en: "Accept" },
		done: { zh: "客户经理已应答", en: "A manager accepted" },
	},
	met: {
		act: { zh: "与客户见面", en: "Meet the customer" },
		done: { zh: "客户经理已与客户见面", en: "A manager met the customer" },
	},
	erase: { act: { zh: "删除内容", en: "Erase" }, done: { zh: "内容已删除", en: "Erased" } },
};

export function stepWords(kind: CaseKind, step: string): StepWords {
	return wordsOfKind(kind).steps[step as "open"] ?? BY_ITSELF[step] ?? { act: asItIs(step), done: asItIs(step) };
}

/** What a step is called on the button that does it, once or again. */
export function actWord({ kind, steps }: Pick<CaseShown, "kind" | "steps">, step: string): Bilingual {
	const { act, again = act } = stepWords(kind, step);
	return steps.some((each) => each.step === step) ? again : act;
}

/** Where a stage is chosen by a button of its own: what is done, and where it then stands. */
export function stepToStage(kind: CaseKind, step: string, stage: string): Bilingual {
	const [act, to] = [stepWords(kind, step).act, stageWord(kind, stage)];
	return { zh: `${act.zh}，${to.zh}`, en: `${act.en}: ${to.en}` };
}

export function valueWord(kind: CaseKind, id: string): Bilingual {
	return wordsOfKind(kind).values?.[id] ?? asItIs(id);
}

export function codeWord(kind: CaseKind, fact: string, code: string): Bilingual {
	return toldCodes(kind, fact)?.[code] ?? wordsOfKind(kind).codes?.[fact]?.[code] ?? asItIs(code);
}

/** The codes that a fact may be, in their order. */
export function codesOf(kind: CaseKind, fact: string): Words {
	return toldCodes(kind, fact) ?? wordsOfKind(kind).codes?.[fact] ?? {};
}

export function signWord(kind: CaseKind, sign: string): Bilingual {
	return wordsOfKind(kind).signs?.[sign] ?? asItIs(sign);
}

export function listWord(kind: CaseKind, list: string): Bilingual {
	return wordsOfKind(kind).lists?.[list] ?? asItIs(list);
}

export function textWords(kind: CaseKind, text: string): TextWords {
	return wordsOfKind(kind).texts[text] ?? { label: asItIs(text) };
}

function asItIs(id: string): Bilingual {
	return { zh: id, en: id };
}
