import type { SectionId } from "../../schema/configuration/sections.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { useWords } from "../words/words.ts";
import { shownUnits } from "./editor/units.ts";
import { fieldLabel, SECTION_LABELS } from "./labels/section-labels.ts";

type Props = { readonly section: SectionId; readonly field: string; readonly value: unknown };

/** A field's value as people read it: a name in both languages by its own, a thing by its parts, times in the unit of their label. */
export function ValueText({ section, field, value }: Props) {
	const { t, name } = useWords();
	const { words } = SECTION_LABELS[section];
	if (value === undefined || value === null) return <span className="soft">{t("none")}</span>;
	if (Array.isArray(value)) return <ListText {...{ section, field, value }} />;
	if (isBilingual(value)) return <>{name(value)}</>;
	if (typeof value === "number") return <>{shownUnits(field, value)}</>;
	if (typeof value !== "object")
		return <>{name(words[`${field}.${value}`] ?? words[String(value)] ?? same(String(value)))}</>;
	const list = field.split(".")[0] ?? field;
	const parts = Object.entries(value).filter(([part]) => part !== "id");
	return (
		<span>
			{parts.map(([part, each], at) => (
				<span key={part}>
					{at > 0 && " · "}
					{part !== "name" && (
						<span className="soft">{name(words[`${list}.${part}`] ?? words[part] ?? fieldLabel(section, list))} </span>
					)}
					<ValueText section={section} field={part} value={each} />
				</span>
			))}
		</span>
	);
}

/** A list in a field: words and figures one after the other, things each in brackets. */
function ListText({ section, field, value }: Props & { readonly value: readonly unknown[] }) {
	const { t } = useWords();
	const isOfThings = value.some((each) => typeof each === "object");
	if (value.length === 0) return <span className="soft">{t("none")}</span>;
	return value.map((each, at) => (
		<span key={JSON.stringify(each)}>
			{at > 0 && " "}
			{isOfThings && "["}
			<ValueText section={section} field={field} value={each} />
			{isOfThings && "]"}
		</span>
	));
}

function isBilingual(value: unknown): value is Bilingual {
	return typeof value === "object" && value !== null && "zh" in value && "en" in value;
}

function same(text: string): Bilingual {
	return { zh: text, en: text };
}
