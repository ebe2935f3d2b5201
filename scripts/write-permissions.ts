import { readFileSync, writeFileSync } from "node:fs";
import { RIGHT_NAMES } from "../client-kit/words/right-names.ts";
import { holds } from "../rules/holding.ts";
import { isRight, PERMISSIONS, type Permission, type PermissionRow } from "../rules/permission.ts";
import { ROLES } from "../rules/role.ts";
import { type Actor, DevicePurpose, ServiceScope } from "../schema/actor.ts";
import { ENDPOINTS } from "../schema/endpoint/api.ts";
import type { Endpoint } from "../schema/endpoint/endpoint.ts";
import { Command } from "../schema/hall/command.ts";
import { Audience } from "../schema/hall/view.ts";
import { ROLE_NAMES } from "../schema/role-name.ts";
import { livePermission, permissionFor } from "../worker/domain/commit/may.ts";

/**
 * `node scripts/write-permissions.ts [--check]`: makes docs/permissions.md from the one table of permissions, the endpoints and the
 * commands. With `--check` it writes nothing and fails when the page is stale, or an endpoint or command has no permission.
 */
const PAGE = "docs/permissions.md";
const ALL = Object.keys(PERMISSIONS) as readonly Permission[];
const PLACE: Extract<Actor, { kind: "staff" }>["place"] = { kind: "bank" };

/** Everybody who can hold a permission, with their name in both languages. */
const HOLDERS: readonly (readonly [actor: Actor, zh: string, en: string])[] = [
	...ROLES.map((role): [Actor, string, string] => [
		{ kind: "staff", staffId: "somebody", role, place: PLACE },
		ROLE_NAMES[role].zh,
		`${ROLE_NAMES[role].en} (\`${role}\`)`,
	]),
	...DevicePurpose.options.map((purpose): [Actor, string, string] => [
		{ kind: "device", deviceId: "some-device", purpose, place: PLACE },
		{ display: "叫号大屏", kiosk: "取号机", "counter-pad": "窗口屏" }[purpose],
		`Paired ${purpose} (device)`,
	]),
	...ServiceScope.options.map((scope): [Actor, string, string] => [
		{ kind: "service", accountId: "some-program", scopes: [scope], place: PLACE },
		`服务账号 ${scope}`,
		`Service account with \`${scope}\``,
	]),
	[{ kind: "customer", ticketId: "20261123-A001" }, "客户", "Holder of a ticket's link"],
	[{ kind: "system" }, "系统", "The branch's own alarm"],
];

const faults: string[] = [];
const page = [...head(), ...matrix(), ...endpoints(), ...commands(), ...audiences(), ""].join("\n");
const stale = readOr(PAGE, "") !== page;
if (process.argv.includes("--check")) {
	if (stale) faults.push(`${PAGE} is stale: node scripts/write-permissions.ts`);
} else {
	writeFileSync(PAGE, page);
}
for (const fault of faults) console.error(fault);
console.log(`permissions: ${ALL.length}, endpoints: ${Object.keys(ENDPOINTS).length}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function head(): string[] {
	return [
		"# 权限表 · Who may do what",
		"",
		"Made by `scripts/write-permissions.ts` from the table in `rules/permission.ts`; `npm run check` refuses a stale page.",
		"",
		"Whatever is not marked is denied. A mark counts at the holder's own place alone: a branch, a sub-branch with its branches, a",
		"region, or the bank. Another place is refused `wrong-place`, a role without the mark `not-permitted`; HTTP and sockets ask the same",
		"table. Somebody with several roles acts in the one that allows it.",
		"",
		"未标记即不允许。标记只在本人所在机构（网点、支行、分行或全行）之内有效；HTTP 与 WebSocket 使用同一张表。",
		"",
		"## 岗位、设备与服务账号 · Roles, devices and service accounts",
		"",
		"| 中文 | English |",
		"| --- | --- |",
		...HOLDERS.map(([, zh, en]) => `| ${zh} | ${en} |`),
		"",
	];
}

function matrix(): string[] {
	const names = HOLDERS.map(([, zh]) => zh);
	const rows = ALL.filter((permission) => permission !== "public").map((permission) => {
		const { ask }: PermissionRow = PERMISSIONS[permission];
		const marks = HOLDERS.map(([actor]) => (holds(actor, permission) ? "●" : ""));
		const label = isRight(permission) ? RIGHT_NAMES[permission].zh : "";
		return `| \`${permission}\` ${label} | ${marks.join(" | ")} | ${ask === undefined ? "" : ROLE_NAMES[ask].zh} |`;
	});
	return [
		"## 权限 · Permissions",
		"",
		"The last column names whom to ask for it.",
		"",
		`| | ${names.join(" | ")} | 找谁开通 |`,
		`| --- | ${names.map(() => ":-:").join(" | ")} | --- |`,
		...rows,
		"",
	];
}

function endpoints(): string[] {
	const rows = Object.entries<Endpoint>(ENDPOINTS).map(([name, endpoint]) => {
		const { method, path, permission, audit } = endpoint;
		checkPermission(`endpoint ${name}`, permission);
		return `| \`${method} /api${path}\` | \`${permission}\` | ${placeOf(endpoint)} | ${audit ?? ""} |`;
	});
	return [
		"## 接口 · Endpoints",
		"",
		"Place: where the permission must hold. On record: written into the ledger before it is done.",
		"",
		"| Endpoint | Permission | Place | On record |",
		"| --- | --- | --- | --- |",
		...rows,
		"",
	];
}

function placeOf({ path, permission, output }: Endpoint): string {
	if (output === undefined && path.endsWith("/live")) return "whoever brings a single-use live ticket";
	if (permission === "public") return "open to everybody";
	if (path.includes(":branchId")) return "the branch in the address";
	return path.includes(":nodeId") ? "the node in the address" : "within the caller's own place";
}

function commands(): string[] {
	const rows = Command.options.map(({ shape }) => {
		const { value: type } = shape.type;
		// Only its type decides, so the rest of it is not needed here.
		const command = { type } as Command;
		const needed = new Set(HOLDERS.map(([actor]) => permissionFor(actor, command)));
		for (const permission of needed) checkPermission(`command ${type}`, permission);
		return `| \`${type}\` | ${[...needed].map((permission) => `\`${permission}\``).join(" or ")} |`;
	});
	return [
		"## 指令 · Commands",
		"",
		"Sent to a branch over HTTP or a socket; every one that the branch decides, refused or done, is a commit of its own chain.",
		"",
		"| Command | Permission |",
		"| --- | --- |",
		...rows,
		"",
	];
}

function audiences(): string[] {
	const rows = Audience.options.map((audience) => {
		const permission = livePermission(audience);
		checkPermission(`audience ${audience}`, permission);
		return `| \`${audience}\` | \`${permission}\` |`;
	});
	return ["## 实时画面 · Live views", "", "| Audience | Permission |", "| --- | --- |", ...rows];
}

function checkPermission(what: string, permission: unknown): void {
	if (!ALL.includes(permission as Permission)) faults.push(`${what} has no permission`);
}

function readOr(path: string, otherwise: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return otherwise;
	}
}
