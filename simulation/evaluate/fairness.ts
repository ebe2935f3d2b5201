import { pick } from "../../rules/dispatch.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { classesBy, RULES, type Rule, type RuleResult, STUDY, studyRules } from "../policy-study.ts";
import { baseline, type Evaluation, type Finding, result } from "./evaluation.ts";

/** Customers a day, and how much longer than first come first served the slowest ordinary hundredth may wait. */
const LOADS = [
	{ customers: 330, ordinaryP99: 1.05 },
	{ customers: 280, ordinaryP99: 1.06 },
] as const;
/** Mean wait of these classes over that of all under first come, first served. */
const CLASS_GOALS = { green: 0.2, private: 0.28, high: 0.47 } as const;
const WORST_SLIP_MAX_MIN = 20;
const BRANCH = {
	branchId: "sh-study",
	name: { zh: "研究网点", en: "Study branch" },
	region: { zh: "研究", en: "Study" },
};

/** The policy a new branch is given, by the very dispatch function, beside first come first served and strict priority. */
export const fairness: Evaluation = {
	files: [],
	run: ({ seeds, progress }) => {
		const days = seeds.to - seeds.from + 1;
		const rules = [...RULES.slice(0, 2), shippedRule()];
		return LOADS.flatMap(({ customers, ordinaryP99 }, index) => {
			const onDay = (done: number) => progress(index * days + done, LOADS.length * days);
			const results = studyRules(rules, { ...STUDY, customers, days, seed: seeds.from }, onDay);
			return results.flatMap((each, at) => findingsOf(each, at < 2, `${customers} a day`, ordinaryP99));
		});
	},
};

/** The study's classes as the configuration of a new branch treats them. */
export function shippedRule(): Rule {
	const { classes } = defaultConfiguration({ ...BRANCH, kind: "standard" }).dispatch;
	const ruled = classesBy((name) => {
		const of = classes.find(({ id }) => id === name);
		if (of === undefined) throw new Error(`a new branch has no class ${name}`);
		return { rank: of.rank, headStartMs: of.headStartMs, overtakeBudget: of.overtakeBudget };
	});
	return { name: "policy of a new branch", classes: ruled, dispatch: pick };
}

function findingsOf(study: RuleResult, isBaseline: boolean, load: string, ordinaryP99: number): Finding[] {
	const say = (what: string, unit: string, value: number, max?: number) => {
		const name = `${load}, ${study.rule}: ${what}`;
		return isBaseline
			? baseline(name, unit, value)
			: result(name, unit, value, max === undefined ? undefined : { max });
	};
	const classes = Object.entries(CLASS_GOALS).map(([name, max]) =>
		say(`${name} mean over FCFS mean`, "", study.classMeanOverFcfs[name] ?? 0, max),
	);
	return [
		...classes,
		say("ordinary P99 over FCFS", "", study.ordinaryP99OverFcfs, ordinaryP99),
		say("worst slip of an ordinary ticket", "min", study.worstSlipMin, WORST_SLIP_MAX_MIN),
		say("most overtakes", "tickets", study.mostOvertakes),
		say("bound broken", "tickets", study.boundsBroken, 0),
		say("inversions within a class", "tickets", study.inversions, 0),
	];
}
