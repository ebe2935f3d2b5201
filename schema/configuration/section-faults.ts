import { utf8Bytes } from "../hall/configuration.ts";
import type { SectionFault } from "./definition/section.ts";
import { issueSentence } from "./issue-sentence.ts";
import { type SectionId, sectionOf } from "./sections.ts";

/** Everything that keeps a value of a section from being good, whoever asks: the page that edits it, or who keeps it. */
export function faultsOf(id: SectionId, value: object): readonly SectionFault[] {
	const section = sectionOf(id);
	const parsed = section.schema.safeParse(value);
	if (!parsed.success) {
		return parsed.error.issues.map((issue) => {
			const field = issue.path.join(".");
			const { zh, en } = issueSentence(issue);
			return field === "" ? { field, zh, en } : { field, zh: `“${field}”：${zh}`, en: `${field}: ${en}` };
		});
	}
	const bytes = utf8Bytes(JSON.stringify(value));
	if (bytes > section.maxBytes) {
		return [
			{
				field: "",
				zh: `内容过长：现为 ${bytes} 字节，最多 ${section.maxBytes} 字节，请删减`,
				en: `Too long: ${bytes} bytes, at most ${section.maxBytes}: take something out`,
			},
		];
	}
	return section.check(parsed.data);
}
