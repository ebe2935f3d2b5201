import type { SectionId } from "../../schema/configuration/sections.ts";
import { BusinessDay } from "../../schema/ids.ts";
import { dateInWords } from "../parts/day-in-words.ts";
import { useWords } from "../words/words.ts";
import { shownUnits } from "./editor/units.ts";
import { fieldLabel, SECTION_LABELS } from "./labels/section-labels.ts";
import { isBilingual } from "./labels/use-things.ts";
import { useThingName } from "./thing-names.tsx";

type Props = {
	readonly section: SectionId;
	/** As `fieldsOf` names it: a property (`defaultClass`), or a list and the id of one thing in it (`codes.large-cash`). */
	readonly field: string;
	readonly value: unknown;
	/** Which part of the section this value is, without ids: `counters.modes.services`; absent: the field itself. */
	readonly path?: string;
};

/** A field's value as people read it: things part by part, ids by name, dates in words, durations in the unit of their label. */
export function ValueText({ section, field, value, path = field.split(".")[0] ?? field }: Props) {
	const { t, name, locale } = useWords();
	const { words } = SECTION_LABELS[section];
	const nameOf = useThingName();
	if (value === undefined || value === null) return <span className="soft">{t("none")}</span>;
	if (Array.isArray(value)) return <ListText {...{ section, field, value, path }} />;
	if (isBilingual(value)) return <>{name(value)}</>;
	if (typeof value === "number") return <>{shownUnits(field, value).toLocaleString("en-US")}</>;
	if (typeof value === "boolean") return <>{t(value ? "configYes" : "configNo")}</>;
	if (typeof value === "object") return <ThingText {...{ section, field, value, path }} />;
	const text = String(value);
	if (BusinessDay.safeParse(text).success) return <>{dateInWords(text, locale)}</>;
	const called = nameOf(path, text) ?? words[`${field}.${text}`] ?? words[text];
	return <>{called === undefined ? text : name(called)}</>;
}

/** Each part of a thing; its `id` only where that stands for something that has a name elsewhere. */
function ThingText({ section, field, value, path = field }: Props & { readonly value: object }) {
	const { name } = useWords();
	const { words } = SECTION_LABELS[section];
	const nameOf = useThingName();
	const list = field.split(".")[0] ?? field;
	const parts = Object.entries(value).filter(
		([part, each]) => part !== "id" || nameOf(`${path}.id`, String(each)) !== undefined,
	);
	return (
		<span>
			{parts.map(([part, each], at) => (
				<span key={part}>
					{at > 0 && " · "}
					{part !== "name" && part !== "id" && (
						<span className="soft">{name(words[`${list}.${part}`] ?? words[part] ?? fieldLabel(section, list))} </span>
					)}
					<ValueText section={section} field={part} value={each} path={`${path}.${part}`} />
				</span>
			))}
		</span>
	);
}

/** A list in a field: words and figures one after the other, things each in brackets. */
function ListText({ section, field, value, path = field }: Props & { readonly value: readonly unknown[] }) {
	const { t, locale } = useWords();
	const comma = locale === "zh" ? "、" : ", ";
	const isOfThings = value.some((each) => typeof each === "object");
	if (value.length === 0) return <span className="soft">{t("none")}</span>;
	return value.map((each, at) => (
		<span key={JSON.stringify(each)}>
			{at > 0 && (isOfThings ? " " : comma)}
			{isOfThings && "["}
			<ValueText section={section} field={field} value={each} path={path} />
			{isOfThings && "]"}
		</span>
	));
}
