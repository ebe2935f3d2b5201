import type { SectionAt } from "../../schema/endpoint/configuration-endpoints.ts";
import { addressTo } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { useWords } from "../words/words.ts";
import { fieldLabel } from "./labels/section-labels.ts";
import { ValueText } from "./value-text.tsx";

/** What a place sets otherwise and a level above has changed since, told to both: what it was above, what it is now, and that the place's own holds. */
export function OvertakenList({ at }: { readonly at: SectionAt }) {
	const { t, name } = useWords();
	const nodeName = useNodeName();
	const { section, overtaken } = at;
	if (overtaken.length === 0) return null;
	return (
		<section className="panel" role="status" aria-label={t("configOvertaken")}>
			<h2>{t("configOvertaken")}</h2>
			<p className="soft">{t("configOvertakenText")}</p>
			<ul>
				{overtaken.map(({ nodeId, field, changedAt, before, after }) => (
					<li key={`${nodeId} ${field}`}>
						<a href={addressTo(["configuration", nodeId, section])}>{nodeName(nodeId)}</a> ·{" "}
						{t("configOvertakenField", { field: name(fieldLabel(section, field)), place: nodeName(changedAt) })}{" "}
						<ValueText section={section} field={field} value={before} /> →{" "}
						<ValueText section={section} field={field} value={after} />
					</li>
				))}
			</ul>
		</section>
	);
}
