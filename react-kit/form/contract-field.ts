import type * as z from "zod";

/** What a form has to know of one field of a body. */
export type ContractField = {
	/** It may not be left out. */
	readonly isNeeded: boolean;
	/** Undefined: no text, or one without a limit. */
	readonly maxChars: number | undefined;
	/** Of a choice what there is to choose from. */
	readonly oneOf: readonly string[] | undefined;
	/** Whether the contract takes this, as the door will judge it. */
	holds(value: unknown): boolean;
};

/** Reads a field of the contract, so that no form writes its limits a second time. */
export function contractField(schema: z.ZodType): ContractField {
	const isNeeded = !schema.safeParse(undefined).success;
	const inner = isNeeded || !("unwrap" in schema) ? schema : (schema as z.ZodOptional<z.ZodType>).unwrap();
	const { maxLength, options } = inner as Partial<{ maxLength: number | null; options: readonly string[] }>;
	return {
		isNeeded,
		maxChars: maxLength ?? undefined,
		oneOf: Array.isArray(options) ? options : undefined,
		holds: (value) => schema.safeParse(value).success,
	};
}
