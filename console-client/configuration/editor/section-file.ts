import type { RJSFSchema } from "@rjsf/utils";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import { formSchemaOf } from "./section-form.ts";
import { csvOf, type Read, thingsOf } from "./table-file.ts";

/** More than any section may have. */
export const FILE_MAX_BYTES = 1_000_000;

/** The lists of a section, each of which may be a table by itself. */
export function tablesOf(section: SectionId): string[] {
	const { properties = {} } = formSchemaOf(sectionOf(section).schema);
	return Object.keys(properties).filter((name) => itemOf(section, name).type === "object");
}

function itemOf(section: SectionId, list: string): RJSFSchema {
	const part = formSchemaOf(sectionOf(section).schema).properties?.[list] as RJSFSchema | undefined;
	return (part?.items as RJSFSchema | undefined) ?? {};
}

/** A section as a file: all of it as JSON, or one of its lists as CSV. */
export function fileOf(section: SectionId, value: object, table: string | null): string {
	if (table === null) return JSON.stringify({ section, value }, null, "\t");
	return csvOf((value as Record<string, object[] | undefined>)[table] ?? []);
}

/** The section's value with what a file says in place of all of it, or of one of its lists. */
export function valueWith(section: SectionId, value: object, table: string | null, text: string): Read<object> {
	if (table !== null) {
		const read = thingsOf(text, itemOf(section, table));
		return "fault" in read ? read : { value: { ...value, [table]: read.value } };
	}
	try {
		const file: unknown = JSON.parse(text);
		if (isOf(section, file)) return { value: file.value };
	} catch {
		// Told as any other file that is not of this section.
	}
	return {
		fault: {
			zh: "这不是此配置项的文件：请选择从这里导出的 JSON 文件",
			en: "This is no file of this section: choose a JSON file that was exported here",
		},
	};
}

function isOf(section: SectionId, file: unknown): file is { readonly value: object } {
	if (typeof file !== "object" || file === null || !("value" in file) || !("section" in file)) return false;
	return file.section === section && typeof file.value === "object" && file.value !== null;
}
