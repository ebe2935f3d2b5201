const LINES = [
	"工号,姓名,英文名,岗位,机构,状态",
	"li-na-2,李娜,Li Na,open-teller,sh-lujiazui,在职",
	"li-na-2,李娜,Li Na,stand-in,sh-lujiazui,在职",
	"wang-qiang,王强,Wang Qiang,closed-teller,sh-lujiazui,离职",
];
/** Tells a spreadsheet that the file is UTF-8. */
const MARK = "\uFEFF";

/** A file to start from. */
export function importSample(): Blob {
	return new Blob([MARK, LINES.join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" });
}
