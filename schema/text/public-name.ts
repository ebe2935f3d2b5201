import * as z from "zod";
import { cleanLine } from "./clean-text.ts";
import { CONTENT } from "./public-text.ts";

const part = (maxChars: number) =>
	z
		.string()
		.overwrite(cleanLine)
		.min(1)
		.max(maxChars)
		.regex(CONTENT, "a text needs a letter or a digit that can be read");

/** A bilingual name as it comes in: cleaned, with content in both languages. */
export const PublicName = z.strictObject({ zh: part(120), en: part(200) });
