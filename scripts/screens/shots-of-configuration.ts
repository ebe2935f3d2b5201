import type { Page } from "playwright-core";
import { CONSOLE, inTurn, press, type Shot } from "./shot.ts";

const OPERATOR = "/console/?as=head-office-operator";
/** Of the sections these are edited in tables or a calendar of their own; the others have pictures beside the console's. */
const OWN_EDITORS = ["services", "counters", "calendar", "notices"] as const;
const CSV_OF_SERVICES = "id,name.zh\r\ncash,=1+1\r\n";

/** Sections of the configuration as they hold, as they are edited, and as a file that is tried. */
export function shotsOfConfiguration(): readonly Shot[] {
	const section = (id: string, lang = "") => `${OPERATOR}${lang}#/configuration/bank/${id}`;
	const edit = (button: string) => async (page: Page) => {
		await press(button)(page);
		await page.getByRole("dialog").locator("table, fieldset, form, [role=grid]").first().waitFor();
	};
	const tryFile = async (page: Page) => {
		await page.getByText("导出或导入文件").click();
		await page.getByLabel("文件内容").click();
		await page.getByTitle("业务（CSV 表格）").click();
		await page
			.locator(".section-file input[type=file]")
			.setInputFiles({ name: "services.csv", mimeType: "text/csv", buffer: Buffer.from(CSV_OF_SERVICES) });
	};
	const size = CONSOLE;
	return [
		...OWN_EDITORS.flatMap((id): Shot[] => [
			{ name: `console-section-${id}-zh`, path: section(id), size },
			{ name: `console-edit-${id}-zh`, path: section(id), size, act: edit("起草") },
			{ name: `console-edit-${id}-en-dark`, path: section(id, "&lang=en"), size, dark: true, act: edit("Draft") },
		]),
		{ name: "console-section-dispatch-zh", path: section("dispatch"), size },
		{ name: "console-edit-file-zh", path: section("services"), size, act: inTurn(edit("起草"), tryFile) },
	];
}
