import * as z from "zod";

/** The names of a section's properties. */
export function propertiesOf(schema: z.ZodType): string[] {
	return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
