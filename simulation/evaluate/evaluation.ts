/** The files an evaluation can ask for; where each is, the command line says. */
export const DATA_FILES = {
	calls: { option: "calls", usual: "technion_dev_1999-01_08.csv.gz" },
	bankCalls: { option: "bank-calls", usual: "bank_calls_dev_5min.csv" },
	registrations: { option: "registrations", usual: "cn_registration_dev.csv" },
	calendar: { option: "calendar", usual: "cn_bank_calendar_2018_2021.csv" },
} as const;
export type DataFile = keyof typeof DATA_FILES;

/** What an evaluation is given. It reads no file and no clock itself. */
export type EvaluationInput = {
	/** Text of a file named in `files`. Throws when it was not. */
	readonly text: (file: DataFile) => string;
	/** First and last seed, both used. */
	readonly seeds: { readonly from: number; readonly to: number };
	readonly progress: (done: number, total: number) => void;
};

/** One measured figure; a baseline is what simpler means reach in the same run. */
export type Finding = {
	readonly name: string;
	readonly unit: string;
	readonly value: number;
	readonly kind: "result" | "baseline";
	/** The value is to lie within, both ends included. */
	readonly goal?: { readonly min?: number; readonly max?: number };
};

/** A protocol that anyone can repeat: what it reads, and how its figures are found. */
export type Evaluation = {
	readonly files: readonly DataFile[];
	readonly run: (input: EvaluationInput) => readonly Finding[];
};

/** Whether a finding reaches its goal; null where none is set. */
export function isReached({ value, goal }: Finding): boolean | null {
	if (goal === undefined) return null;
	return value >= (goal.min ?? Number.NEGATIVE_INFINITY) && value <= (goal.max ?? Number.POSITIVE_INFINITY);
}

/** A figure that was measured and has to lie within `goal`, where there is one. */
export function result(name: string, unit: string, value: number, goal?: Finding["goal"]): Finding {
	return { name, unit, value, kind: "result", ...(goal === undefined ? {} : { goal }) };
}

export function baseline(name: string, unit: string, value: number): Finding {
	return { name, unit, value, kind: "baseline" };
}
