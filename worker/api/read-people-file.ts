import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { IMPORT_LINES_MAX } from "../../schema/limits.ts";
import type { FileLine } from "../domain/people-import.ts";
import { Refused } from "./serve.ts";

/** Names of the columns, as people write them. */
const COLUMNS: Readonly<Record<Exclude<keyof FileLine, "line">, readonly string[]>> = {
	staffId: ["工号", "员工号", "staffid", "staff id", "staff number"],
	name: ["姓名", "中文名", "name"],
	nameEn: ["英文名", "nameen", "english name"],
	role: ["岗位", "角色", "role"],
	nodeId: ["机构", "机构编号", "nodeid", "node"],
	status: ["状态", "status"],
};
const NEEDED = ["staffId", "name", "role", "nodeId"] as const;
type Column = keyof typeof COLUMNS;
/** What a text becomes that was written in GBK and read as UTF-8. */
const REPLACEMENT = "\uFFFD";
/** More than any honest line has; a quote that nobody closed is found early. */
const LINE_MAX_CHARS = 2_000;

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The lines of a file of people, or what keeps it from being read at all. */
export function readPeopleFile(csv: string): readonly FileLine[] | Refused {
	if (csv.includes(REPLACEMENT)) return unreadable("文件不是 UTF-8 编码 · not UTF-8");
	let parsed: Parsed[];
	try {
		const options = { bom: true, info: true, skip_empty_lines: true, trim: true, relax_column_count: true };
		// The parser's types do not know what `info` adds to each record.
		parsed = parse(csv, { ...options, max_record_size: LINE_MAX_CHARS }) as unknown as Parsed[];
	} catch (error) {
		if (error instanceof CsvError) return unreadable(error.message);
		throw error;
	}
	const [header, ...records] = parsed;
	const columns = columnsOf(header?.record ?? []);
	const missing = NEEDED.filter((column) => !columns.includes(column));
	if (missing.length > 0) return unreadable(`缺少列 · missing: ${missing.map((each) => COLUMNS[each][0]).join(", ")}`);
	if (new Set(columns).size < columns.length) return unreadable("列名重复 · a column twice");
	if (records.length === 0) return unreadable("没有人员 · nobody in it");
	if (records.length > IMPORT_LINES_MAX) return new Refused("import-too-long", { detail: `max ${IMPORT_LINES_MAX}` });
	const uneven = records.find(({ record }) => record.length !== columns.length);
	if (uneven !== undefined)
		return unreadable(`第 ${uneven.info.lines} 行列数不符 · line ${uneven.info.lines}: columns`);
	return records.map(({ record, info }) => lineOf(record, columns, info.lines));
}

/** A column with a name that is not ours stays, so that the cells keep their places. */
function columnsOf(header: readonly string[]): string[] {
	return header.map((title) => {
		const wanted = title.toLowerCase();
		const known = (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].includes(wanted));
		return known ?? `? ${title}`;
	});
}

function lineOf(record: readonly string[], columns: readonly string[], line: number): FileLine {
	const cell = (column: Column) => record[columns.indexOf(column)] ?? "";
	return {
		line,
		staffId: cell("staffId"),
		name: cell("name"),
		nameEn: cell("nameEn"),
		role: cell("role"),
		nodeId: cell("nodeId"),
		status: cell("status"),
	};
}

function unreadable(detail: string): Refused {
	return new Refused("import-unreadable", { detail });
}
