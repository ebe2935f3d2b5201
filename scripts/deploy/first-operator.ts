/**
 * `node scripts/deploy/first-operator.ts --staff-id 100001 --name 张伟 [--name-en "Zhang Wei"] [--remote]`: puts the first
 * head-office operator into a new bank's D1 and prints a first password, once. Does nothing when there is an operator.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { Joiner } from "../../schema/people/person.ts";
import { firstPassword } from "../../worker/access/first-password.ts";
import { hashPassword } from "../../worker/access/password.ts";
import { QUIET, WRANGLER } from "../process/wrangler.ts";

const { values } = parseArgs({
	options: {
		"staff-id": { type: "string" },
		name: { type: "string" },
		"name-en": { type: "string" },
		remote: { type: "boolean", default: false },
		/** The folder above `v3`, where `npm start` keeps its state; for a local database. */
		"persist-to": { type: "string", default: ".wrangler/state" },
	},
});
const joiner = Joiner.safeParse({
	staffId: values["staff-id"],
	name: { zh: values.name, en: values["name-en"] ?? values.name },
	assignments: [{ role: "head-office-operator", nodeId: "bank" }],
});
if (!joiner.success) {
	console.error("工号或姓名不符合要求 · Needed: --staff-id (a-z 0-9 -) and --name");
	process.exit(1);
}
const { staffId, name } = joiner.data;
const password = firstPassword();
const id = quoted(staffId);
const hash = quoted(hashPassword(password));
const where = values.remote ? ["--remote"] : ["--local", "--persist-to", values["persist-to"]];
const sql = `
	INSERT OR IGNORE INTO people (staff_id, name_zh, name_en, status, password_hash, must_change_password, version, joined_at)
	SELECT ${id}, ${quoted(name.zh)}, ${quoted(name.en)}, 'active', ${hash}, 1, 1, ${Date.now()}
	WHERE NOT EXISTS (SELECT 1 FROM assignments JOIN people USING (staff_id)
		WHERE role = 'head-office-operator' AND node_id = 'bank' AND status = 'active');
	INSERT INTO assignments (staff_id, role, node_id)
	SELECT staff_id, 'head-office-operator', 'bank' FROM people WHERE staff_id = ${id} AND password_hash = ${hash};
	SELECT count(*) AS made FROM people WHERE staff_id = ${id} AND password_hash = ${hash};`;
const output = execFileSync(
	process.execPath,
	[WRANGLER, "d1", "execute", "tingtang", ...where, "--json", "--yes", "--command", sql],
	// The answer itself is a line of its log.
	{ encoding: "utf8", env: { ...process.env, ...QUIET, WRANGLER_LOG: "log" } },
);
if (/"made":\s*1\b/.test(output)) {
	console.log(`总行操作员 Operator: ${staffId}\n初始密码 First password: ${password}`);
} else {
	console.error("已有总行操作员，或该工号已存在 · There is an operator already, or the staff number is taken");
	process.exit(1);
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
