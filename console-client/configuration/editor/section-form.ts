import type { ErrorSchema, RJSFSchema, UiSchema, ValidationData, ValidatorType } from "@rjsf/utils";
import * as z from "zod";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import type { SectionAt } from "../../../schema/endpoint/configuration-endpoints.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { fieldLabel } from "../labels/section-labels.ts";
import type { NamedThing } from "../labels/use-things.ts";
import { sentenceInEditor } from "./issue-sentence.ts";
import { shownUnits } from "./units.ts";

/** What a part may name, by its path; undefined: it names nothing that has a name elsewhere. */
type ChoicesAt = (path: string) => readonly NamedThing[] | undefined;
const NO_CHOICES: ChoicesAt = () => undefined;

/** A section's schema as the library of forms reads it; what a part names is chosen among what there is. */
export function formSchemaOf(schema: z.ZodType, choicesAt: ChoicesAt = NO_CHOICES): RJSFSchema {
	return withChoices(z.toJSONSchema(schema, { io: "input", target: "draft-7" }) as RJSFSchema, "", choicesAt);
}

function withChoices(part: RJSFSchema, path: string, choicesAt: ChoicesAt): RJSFSchema {
	const choices = choicesAt(path);
	if (choices !== undefined) return { type: "string", enum: choices.map(({ id }) => id) };
	const inner = Object.entries((part.properties ?? {}) as Record<string, RJSFSchema>).map(([field, below]) => [
		field,
		withChoices(below, path === "" ? field : `${path}.${field}`, choicesAt),
	]);
	return {
		...part,
		...(part.properties && { properties: Object.fromEntries(inner) }),
		...(part.items && { items: withChoices(part.items as RJSFSchema, path, choicesAt) }),
	};
}

/** The words of each part, and what a level above has locked. */
export function formUiOf(
	section: SectionId,
	schema: RJSFSchema,
	at: SectionAt,
	name: (text: Bilingual) => string,
	choicesAt: ChoicesAt = NO_CHOICES,
): UiSchema {
	const locked = new Set(at.fields.flatMap(({ field, lockedBy }) => (lockedBy === null ? [] : [field])));
	const parts = Object.entries(schema.properties ?? {}).map(([field, part]) => [
		field,
		{ ...uiOf(section, field, part as RJSFSchema, { name, choicesAt }), "ui:readonly": locked.has(field) },
	]);
	return { ...Object.fromEntries(parts), "ui:title": "", "ui:submitButtonOptions": { norender: true } };
}

type Naming = { readonly name: (text: Bilingual) => string; readonly choicesAt: ChoicesAt };

function uiOf(section: SectionId, path: string, part: RJSFSchema, naming: Naming): UiSchema {
	const { name, choicesAt } = naming;
	const ui: UiSchema = { "ui:title": titleOf(section, path, name), ...boundsOf(path, part, name) };
	if (Array.isArray(part.enum)) {
		const called = (id: string) => choicesAt(path)?.find((each) => each.id === id)?.name ?? fieldLabel(section, id);
		ui["ui:enumNames"] = part.enum.map((each) => name(called(String(each))));
	}
	const inner = (part.properties ?? choiceOf(part)?.properties ?? {}) as Record<string, RJSFSchema>;
	for (const [field, below] of Object.entries(inner)) ui[field] = uiOf(section, `${path}.${field}`, below, naming);
	const items = part.items as RJSFSchema | undefined;
	if (items !== undefined) ui.items = { ...uiOf(section, path, items, naming), "ui:title": "" };
	return ui;
}

/** Between what a figure has to be, in the unit of its label: said before it is typed. */
function boundsOf(path: string, { minimum, maximum }: RJSFSchema, name: (text: Bilingual) => string): UiSchema {
	if (minimum === undefined || maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER) return {};
	const [least, most] = [shownUnits(path, minimum), shownUnits(path, maximum)];
	return { "ui:help": name({ zh: `${least} 到 ${most}`, en: `${least} to ${most}` }) };
}

const LANGUAGES: Readonly<Record<string, Bilingual>> = {
	zh: { zh: "中文", en: "Chinese" },
	en: { zh: "英文", en: "English" },
};

function titleOf(section: SectionId, path: string, name: (text: Bilingual) => string): string {
	const last = path.split(".").at(-1) ?? path;
	return name(LANGUAGES[last] ?? fieldLabel(section, path));
}

/** Of what may also be nothing, what it else is. */
function choiceOf(part: RJSFSchema): RJSFSchema | undefined {
	return part.anyOf?.find((each): each is RJSFSchema => typeof each === "object" && each.type !== "null");
}

/** Checks a form by the section's own schema, so that page and server mean the same; without `eval`, which no page may use. */
export function zodValidator(schema: z.ZodType, name: (text: Bilingual) => string): ValidatorType {
	const issuesOf = (value: unknown) => schema.safeParse(value).error?.issues ?? [];
	return {
		validateFormData: (value): ValidationData<unknown> => {
			const issues = issuesOf(value);
			const errorSchema: ErrorSchema = {};
			const told = issues.map((issue) => ({ path: issue.path, message: name(sentenceInEditor(issue)) }));
			for (const { path, message } of told) addTo(errorSchema, path, message);
			return {
				errors: told.map(({ path, message }) => ({ stack: `${path.join(".")}: ${message}`, message })),
				errorSchema,
			};
		},
		// Asked only which of two choices a value is: nothing, or something.
		isValid: (part, value) => (part.type === "null" ? value === null : value !== null),
		rawValidation: <Result>(_: RJSFSchema, value?: unknown) => ({ errors: issuesOf(value) as Result[] }),
	};
}

function addTo(errors: ErrorSchema, path: readonly PropertyKey[], message: string): void {
	let at = errors as Record<string, unknown>;
	for (const part of path) {
		at[String(part)] ??= {};
		at = at[String(part)] as Record<string, unknown>;
	}
	at.__errors = [...((at.__errors as string[] | undefined) ?? []), message];
}
