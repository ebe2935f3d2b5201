import { describe, expect, it } from "vitest";
import { textOfFile } from "../../console-client/data/file-text.ts";

const TEXT = "工号,姓名\r\n1,王明";

const bytesOf = (hex: string) =>
	Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

describe("a file chosen in the console", () => {
	it("[PPL-15] is read in UTF-8, with and without its mark", () => {
		expect(textOfFile(new TextEncoder().encode(TEXT))).toBe(TEXT);
		expect(textOfFile(new TextEncoder().encode(`\uFEFF${TEXT}`))).toBe(TEXT);
	});

	it("[PPL-15] is read in GB18030, as spreadsheets here save it, with rare characters", () => {
		const bytes = "b9a4bac52cd0d5c3fb0d0a312ccdf5c3f7";
		expect(textOfFile(bytesOf(bytes))).toBe(TEXT);
		expect(textOfFile(bytesOf("c0ee95328336"))).toBe("李𠀊");
	});

	it("[PPL-15] is read in UTF-16, as a spreadsheet's Unicode text", () => {
		const units = [0xfeff, ...TEXT].map((each) => (typeof each === "number" ? each : each.charCodeAt(0)));
		expect(textOfFile(new Uint8Array(new Uint16Array(units).buffer))).toBe(TEXT);
	});
});
