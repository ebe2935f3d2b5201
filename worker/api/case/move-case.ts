import { actOf, type Handler, onRecord } from "../door/serve.ts";
import { nextStep, openingStep } from "./do-step.ts";

export const openCase: Handler<"openCase"> = async ({ params, body, ...call }) => {
	const { kind, ...brought } = body;
	return openingStep({ ...call, branchId: params.branchId }, kind, brought);
};

export const moveCase: Handler<"moveCase"> = async (call) => {
	const { branchId, caseId } = call.params;
	const { step, ...brought } = call.body;
	// A ledger tells codes and names of what came with it, and why: never what was typed.
	const { stage: status, fields = {}, texts } = brought;
	const told = { step, status, fields: Object.keys(fields), reason: texts.why };
	const act = actOf(call, "moveCase", { params: call.params, body: told });
	return nextStep({ ...call, branchId }, { caseId, step, version: call.version }, brought, (work) =>
		onRecord(call.env, [act], work),
	);
};
