import { IMPORT_CHANGES_MAX } from "../../../schema/limits.ts";
import type { ImportOutcome, ImportResult } from "../../../schema/people/people-import.ts";
import type { Joiner } from "../../../schema/people/person.ts";
import { type FileLine, type ImportPlan, planImport } from "../../domain/people/people-import.ts";
import type { Granters } from "../../domain/people/person.ts";
import { knownNodeIds } from "../../records/bank/institution.ts";
import { type Memory, memoryOf } from "../../records/memory.ts";
import { importPeople as write } from "../../records/people/people-import.ts";
import { findPeople, operatorIds } from "../../records/people/person.ts";
import { rolesWith } from "../door/granters.ts";
import type { Act } from "../door/ledger-entry.ts";
import { actOf, type Call, type Handler, onRecord, Refused } from "../door/serve.ts";
import { branchesOf, type Concerned, changingProfiles } from "./profile-change.ts";
import { readPeopleFile } from "./read-people-file.ts";

/**
 * Joiners of a file have no password yet: hashing one takes a fifth of a second each. They sign in through the bank's
 * identity provider, or are given a first password one by one.
 */
export const importPeople: Handler<"importPeople"> = async (call) => {
	const { env, caller, body, now } = call;
	const file = readPeopleFile(body.csv);
	if (file instanceof Refused) return file;
	const memory = memoryOf(env.DB);
	const plan = await planOf(memory, file, rolesWith("person.manage", caller));
	const concerned = concernedBy(plan);
	const told = concerned.staffIds.length + concerned.branchIds.length;
	if (told > IMPORT_CHANGES_MAX) {
		return new Refused("import-changes-too-many", { detail: `${told} > ${IMPORT_CHANGES_MAX}` });
	}
	const result = resultOf(plan);
	if (body.dryRun || result.counts.error > 0) return result;
	const [first, ...others] = actsOf(call, plan);
	if (first === undefined) return { ...result, applied: true };
	return onRecord(env, [first, ...others], async () => {
		const written = await changingProfiles(env, concerned, () => write(memory, plan, now));
		// Somebody of the file was added by another hand since it was read: as much a change as any.
		if (written instanceof Refused) {
			return written.code === "person-exists" ? new Refused("changed-since-read") : written;
		}
		return { ...result, applied: true };
	});
};

/** Everybody of the file stands in the ledger like somebody who was added, changed or let go alone. */
function actsOf(call: Call<"importPeople">, plan: ImportPlan): Act[] {
	const given = (act: "addPerson" | "changePerson", { staffId, assignments }: Joiner) =>
		actOf(call, act, { params: { staffId }, body: { assignments } });
	return [
		...plan.joins.map(({ joiner }) => given("addPerson", joiner)),
		...plan.changes.map(({ joiner }) => given("changePerson", joiner)),
		...plan.leaves.map(({ staffId }) => actOf(call, "leave", { params: { staffId }, body: undefined })),
	];
}

async function planOf(memory: Memory, file: readonly FileLine[], granters: Granters): Promise<ImportPlan> {
	const staffIds = [...new Set(file.map((line) => line.staffId.toLowerCase()))];
	const [people, nodeIds, operators] = await Promise.all([
		findPeople(memory, staffIds),
		knownNodeIds(memory, [...new Set(file.map((line) => line.nodeId))]),
		operatorIds(memory),
	]);
	const known = { people: new Map(people.map((each) => [each.staffId, each])), nodeIds, operatorIds: operators };
	return planImport(file, known, granters);
}

function concernedBy({ joins, changes, leaves }: ImportPlan): Concerned {
	const come = [...joins, ...changes].map(({ joiner }) => joiner);
	const known = [...joins, ...changes].flatMap(({ before }) => (before === null ? [] : [before])).concat(leaves);
	return {
		staffIds: known.map(({ staffId }) => staffId),
		branchIds: branchesOf([...come, ...known].flatMap(({ assignments }) => assignments)),
	};
}

function resultOf(plan: ImportPlan): ImportResult {
	const count = (outcome: ImportOutcome) => plan.lines.filter((line) => line.outcome === outcome);
	const people = (outcome: ImportOutcome) => new Set(count(outcome).map((line) => line.staffId.toLowerCase())).size;
	const counts = {
		join: people("join"),
		change: people("change"),
		leave: people("leave"),
		same: people("same"),
		error: count("error").length,
	};
	return { applied: false, counts, lines: [...plan.lines] };
}
