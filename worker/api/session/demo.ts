import type { DeviceActor, DevicePurpose, Place, Role, StaffActor } from "../../../schema/actor.ts";
import type { DemoTokenBody } from "../../../schema/people/demo.ts";
import { newSessionId } from "../../access/secret.ts";
import { DEMO_ABOVE } from "../../domain/bank/demo-above.ts";
import { DEMO_BRANCHES } from "../../domain/bank/demo-branches.ts";
import { askBranch } from "../door/branch-stub.ts";
import { holderOf } from "../door/holder-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { signedInOnRecord } from "./sign-in-record.ts";
import { userAgentLabel } from "./user-agent-label.ts";

/** A working day: a demo token lasts no longer. */
const TOKEN_MAX_MS = 43_200_000;

export const demo: Handler<"demo"> = async () => ({ branches: DEMO_BRANCHES.map((each) => ({ ...each })) });

export const demoToken: Handler<"demoToken"> = async ({ env, body, request, requestId, now }) => {
	const actor = body.kind === "device" ? deviceActor(body) : await staffActor(body, (id) => rosterOf(env, id));
	if (actor instanceof Refused) return actor;
	// A holder of its own for each: whoever tries the demo in many tabs is many people.
	const holder = holderOf(env, actor.kind, `demo-${newSessionId().toLowerCase().replaceAll("_", "-")}`);
	const device = userAgentLabel(request);
	const opened = await holder.openForDemo(actor, device, TOKEN_MAX_MS);
	if (!opened.ok) return new Refused(opened.code);
	const { token, expiresAt } = opened.value;
	const unwritten = await signedInOnRecord(token, { env, requestId, now, method: "demo", device });
	if (unwritten !== null) return unwritten;
	return { token, expiresAt, holder: actor.kind === "staff" ? actor.staffId : actor.deviceId };
};

export const setClock: Handler<"setClock"> = async ({ env, params, body }) =>
	askBranch(env, params.branchId, async (branch) => branch.setClock(body));

function deviceActor(body: Extract<DemoTokenBody, { kind: "device" }>): DeviceActor {
	const purpose: DevicePurpose = body.purpose;
	return {
		kind: "device",
		deviceId: `demo-${purpose}`,
		purpose,
		place: { kind: "branch", branchId: body.branchId },
		...(body.counterId === undefined ? {} : { counterId: body.counterId }),
	};
}

type Roster = readonly { readonly id: string; readonly role: Role }[];

async function staffActor(
	body: Extract<DemoTokenBody, { kind: "staff" }>,
	roster: (branchId: string) => Promise<Roster | Refused>,
): Promise<StaffActor | Refused> {
	const place: Place = body.branchId === undefined ? { kind: "bank" } : { kind: "branch", branchId: body.branchId };
	const named = { kind: "staff" as const, role: body.role, place };
	if (body.staffId !== undefined) return { ...named, staffId: body.staffId };
	if (body.branchId === undefined) return { ...named, staffId: DEMO_ABOVE[body.role] ?? `demo-${body.role}` };
	const staff = await roster(body.branchId);
	if (staff instanceof Refused) return staff;
	return { ...named, staffId: staff.find((each) => each.role === body.role)?.id ?? `demo-${body.role}` };
}

async function rosterOf(env: Parameters<typeof askBranch>[0], branchId: string): Promise<Roster | Refused> {
	const configuration = await askBranch(env, branchId, async (branch) => branch.configuration());
	if (configuration instanceof Refused) return configuration;
	return configuration?.staff ?? [];
}
