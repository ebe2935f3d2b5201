import { definitionOf } from "../../../rules/case/kinds.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { nextStep, openingStep } from "./do-step.ts";

export const openCase: Handler<"openCase"> = async ({ params, body, ...call }) => {
	const { kind, ...brought } = body;
	if (definitionOf(kind).ownDoor) return new Refused("wrong-for-step", { detail: kind });
	return openingStep({ ...call, branchId: params.branchId }, kind, brought);
};

export const moveCase: Handler<"moveCase"> = ({ params, body, version, ...call }) => {
	const { branchId, caseId } = params;
	const { step, ...brought } = body;
	return nextStep({ ...call, branchId }, { caseId, step, version }, ({ kind }) =>
		definitionOf(kind).ownDoor ? new Refused("wrong-for-step", { detail: kind }) : brought,
	);
};
