import type { SectionId } from "../../schema/configuration/sections.ts";
import { useAddress } from "../frame/address.ts";
import { SECTION_LABELS } from "./labels/section-labels.ts";
import { SectionView } from "./section-view.tsx";
import { SectionsTable } from "./sections-table.tsx";

/** The configuration of a place: its sections, or one of them. */
export default function ConfigurationView() {
	const { rest, query } = useAddress();
	const [nodeId, section] = rest;
	if (nodeId === undefined || !isSection(section)) return <SectionsTable nodeId={nodeId ?? "bank"} />;
	return <SectionView nodeId={nodeId} section={section} open={query.get("version")} key={`${nodeId} ${section}`} />;
}

function isSection(section: string | undefined): section is SectionId {
	return section !== undefined && section in SECTION_LABELS;
}
