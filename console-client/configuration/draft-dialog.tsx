import { Modal, Spin } from "antd";
import { lazy, Suspense } from "react";
import type { SectionAt } from "../../schema/endpoint/configuration-endpoints.ts";
import { useWords } from "../words/words.ts";
import { SECTION_LABELS } from "./labels/section-labels.ts";

/** The library of forms is loaded when somebody drafts. */
const SectionEditor = lazy(() => import("./section-editor.tsx"));

/** A new draft of a section at a place, begun from what holds there. */
export function DraftDialog(props: {
	readonly at: SectionAt;
	readonly onClose: () => void;
	readonly onSaved: (versionId: string) => void;
}) {
	const { at, onClose, onSaved } = props;
	const { t, name } = useWords();
	const title = t("configDraftTitle", { section: name(SECTION_LABELS[at.section].name) });
	return (
		<Modal open title={title} footer={null} onCancel={onClose} mask={{ closable: false }} width={1240}>
			<Suspense fallback={<Spin />}>
				<SectionEditor at={at} onSaved={onSaved} />
			</Suspense>
		</Modal>
	);
}
