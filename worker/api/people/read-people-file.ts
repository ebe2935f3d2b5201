import { dsvFormat } from "d3-dsv";
import { IMPORT_LINES_MAX } from "../../../schema/limits.ts";
import { cleanLine, cleanName } from "../../../schema/text/clean-text.ts";
import type { FileLine } from "../../domain/people/people-import.ts";
import { Refused } from "../door/serve.ts";

/** Names of the columns, as people write them; blanks, marks, width and case do not count. */
const COLUMNS: Readonly<Record<Exclude<keyof FileLine, "line">, readonly string[]>> = {
	staffId: ["工号", "员工号", "staffid", "staffnumber"],
	name: ["姓名", "中文名", "name"],
	nameEn: ["英文名", "nameen", "englishname"],
	role: ["岗位", "角色", "role"],
	nodeId: ["机构", "机构编号", "nodeid", "node"],
	status: ["状态", "status"],
};
const NEEDED = ["staffId", "name", "role", "nodeId"] as const;
type Column = keyof typeof COLUMNS;
const KNOWN = Object.keys(COLUMNS) as Column[];
/** What a text becomes that was read in another encoding than it was written in. */
const REPLACEMENT = "\uFFFD";
/** More than any honest line has; a quote that nobody closed is found early. */
const LINE_MAX_CHARS = 2_000;
const QUOTE = '"';
const DELIMITERS = [",", "\t", ";", "，", "；", "|"] as const;

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The lines of a file of people, or what keeps it from being read at all. */
export function readPeopleFile(csv: string): readonly FileLine[] | Refused {
	if (csv.includes(REPLACEMENT)) return unreadable("编码无法识别，请另存为 UTF-8 · unknown encoding: save it as UTF-8");
	if (csv.includes("\0")) return unreadable("不是文本文件，请另存为 CSV · not a text: save it as CSV");
	const { text, delimiter } = delimited(csv);
	const parsed = parsedBy(text, delimiter);
	if (parsed instanceof Refused) return parsed;
	const [header, ...records] = parsed.filter(({ record }) => record.some((cell) => cleanLine(cell) !== ""));
	const columns = (header?.record ?? []).map(columnOf);
	const missing = NEEDED.filter((column) => !columns.includes(column));
	if (missing.length > 0) return unreadable(`缺少列 · missing: ${missing.map(titleOf).join(", ")}`);
	const doubled = KNOWN.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
	if (doubled.length > 0) return unreadable(`列名重复 · a column twice: ${doubled.map(titleOf).join(", ")}`);
	if (records.length === 0) return unreadable("没有人员 · nobody in it");
	if (records.length > IMPORT_LINES_MAX) return new Refused("import-too-long", { detail: `max ${IMPORT_LINES_MAX}` });
	const uneven = records.find(({ record }) => !fits(record, columns));
	if (uneven !== undefined) {
		const { lines } = uneven.info;
		return unreadable(`第 ${lines} 行的列数与首行不符 · line ${lines} has other columns than the first line`);
	}
	return records.map(({ record, info }) => lineOf(record, columns, info.lines));
}

/** What stands between the cells: as a first line `sep=;` says, else what gives the first line most known columns. */
function delimited(csv: string): { readonly text: string; readonly delimiter: string } {
	const text = csv.replace(/^\uFEFF+/, "");
	const named = /^"?sep=(.)"?[,;\t ]*(?=\r|\n|$)/i.exec(text);
	// The line stays as an empty one, so that all others keep their numbers.
	if (named !== null) return { text: text.slice(named[0].length), delimiter: named[1] ?? "," };
	const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== "") ?? "";
	const known = (delimiter: string) => first.split(delimiter).filter((title) => columnOf(title) !== null).length;
	const [best] = DELIMITERS.toSorted((one, other) => known(other) - known(one));
	return { text, delimiter: best ?? "," };
}

/** Each record with the line of the file in which it ends. */
function parsedBy(text: string, delimiter: string): Parsed[] | Refused {
	let lines = 0;
	let tooLong: number | null = null;
	const records = dsvFormat(delimiter).parseRows(text, (cells): Parsed => {
		const startsAt = lines + 1;
		lines += 1 + linesOf(cells);
		if (cells.reduce((sum, cell) => sum + cell.length, 0) > LINE_MAX_CHARS) tooLong ??= startsAt;
		return { record: cells.map((cell) => cell.trim()), info: { lines } };
	});
	if (tooLong !== null) {
		return unreadable(
			`第 ${tooLong} 行过长，可能有引号没有成对 · line ${tooLong} is too long: a quote may lack its pair`,
		);
	}
	if (text.split(QUOTE).length % 2 === 0) {
		// What was opened last takes in the rest of the file: the last record begins where the quote is.
		const line = lines - linesOf(records.at(-1)?.record ?? []);
		return unreadable(`第 ${line} 行的引号没有成对 · line ${line} has a quote without its pair`);
	}
	return records;
}

function linesOf(cells: readonly string[]): number {
	return cells.reduce((sum, cell) => sum + linesWithin(cell), 0);
}

/** Breaks of lines inside a cell. */
function linesWithin(cell: string): number {
	return cell.split(/\r\n?|\n/).length - 1;
}

/** Which of ours a title names; null: another one, whose cells are passed over. */
function columnOf(title: string): Column | null {
	const wanted = title
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "");
	return KNOWN.find((column) => COLUMNS[column].includes(wanted)) ?? null;
}

function titleOf(column: Column): string {
	return `${COLUMNS[column][0]} ${column}`;
}

/** Spreadsheets leave out the empty cells at a line's end, or add some. */
function fits(record: readonly string[], columns: readonly (Column | null)[]): boolean {
	const left = columns.slice(record.length);
	const beyond = record.slice(columns.length);
	return beyond.every((cell) => cell === "") && !NEEDED.some((column) => left.includes(column));
}

function lineOf(record: readonly string[], columns: readonly (Column | null)[], line: number): FileLine {
	const cell = (column: Column) => record[columns.indexOf(column)] ?? "";
	return {
		line,
		staffId: idOf(cell("staffId")),
		name: cleanName(cell("name")),
		nameEn: cleanName(cell("nameEn")),
		role: cleanName(plain(cell("role"))),
		nodeId: idOf(cell("nodeId")),
		status: cleanName(plain(cell("status"))),
	};
}

function plain(cell: string): string {
	return cleanLine(cell.normalize("NFKC"));
}

/** Ids have small letters, ordinary digits and one kind of hyphen; a mark before it only told a spreadsheet: this is text. */
function idOf(cell: string): string {
	return plain(cell)
		.replace(/^'/, "")
		.replace(/\p{Pd}|−/gu, "-")
		.toLowerCase();
}

function unreadable(detail: string): Refused {
	return new Refused("import-unreadable", { detail });
}
