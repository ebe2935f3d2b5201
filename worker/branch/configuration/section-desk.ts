import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import { commitOf } from "../../domain/commit/commit.ts";
import { type ToldSection, takeSection } from "../../domain/commit/take-section.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import { type Decision, isRefusal, type Refusal } from "../../domain/hall/decision.ts";
import type { SectionAtBranch } from "../../records/configuration/section-branch.ts";
import type { Beside } from "../log/beside.ts";

export type SectionPorts = {
	readonly sql: SqlStorage;
	/** Whether anything was ever stored here. */
	readonly founded: () => boolean;
	readonly state: () => BranchState;
	/** Branch time. */
	readonly now: () => number;
	/** Remembers a commit and what is stored beside it, both or neither, and tells. */
	readonly commit: (commit: Commit, beside: Beside | null) => void;
};

/** What is kept of a section: the body of content, or what a live one was before anything was published. */
type Kept = { readonly section: SectionId; readonly body: object | null };

/** Takes published sections for a branch, each as one commit and one row, or refuses it and stays as it is. */
export class SectionDesk {
	readonly #ports: SectionPorts;

	constructor(ports: SectionPorts) {
		this.#ports = ports;
	}

	/** Takes what is told, one section after the other, and answers with what the branch says of each. */
	take(told: readonly ToldSection[]): SectionAtBranch[] {
		const first = told.map((each) => this.#takeOne(each));
		// What did not fit in beside what came before it may do so beside what came after.
		return told.map((each, at) => {
			const refusal = first[at] == null ? null : this.#takeOne(each);
			return said(this.#ports.state(), each, refusal);
		});
	}

	/** Why the branch would not take this now; null: it would. Changes nothing. */
	refusalOf(told: ToldSection): Refusal | null {
		const decision = this.#decided(told);
		return isRefusal(decision) ? decision : null;
	}

	/** What holds of a content section: what was published, or what ships. */
	contentOf(section: SectionId): object {
		return this.#kept(section) ?? sectionOf(section).shipped;
	}

	#decided(told: ToldSection): Decision {
		const { state, now } = this.#ports;
		return takeSection(state(), told, this.#kept(told.section), now(), (section) => this.contentOf(section));
	}

	#takeOne(told: ToldSection): Refusal | null {
		const { state, now, commit } = this.#ports;
		const before = state();
		const decision = this.#decided(told);
		if (isRefusal(decision)) return decision;
		if (decision.events.length === 0) return null;
		const commandId = `section-${before.seq + 1}-${Date.now()}`;
		const request = { commandId, command: { type: "take-section", section: told.section, key: told.key } };
		const made = commitOf(before, { request, actor: { kind: "system" } }, Math.max(now(), before.lastAt), decision);
		if ("seq" in made) commit(made, this.#beside(told));
		return null;
	}

	#beside(told: ToldSection): Beside {
		const { sql, state } = this.#ports;
		const kept = keptAfter(state(), told, this.#kept(told.section));
		return {
			store: () => {
				sql.exec("DELETE FROM section WHERE section_id = ?", kept.section);
				if (kept.body === null) return;
				sql.exec("INSERT INTO section (section_id, body) VALUES (?, ?)", kept.section, JSON.stringify(kept.body));
			},
			stored: () => {},
			dueAt: null,
		};
	}

	#kept(section: SectionId): object | null {
		if (!this.#ports.founded()) return null;
		const [row] = this.#ports.sql
			.exec<{ body: string }>("SELECT body FROM section WHERE section_id = ?", section)
			.toArray();
		return row === undefined ? null : JSON.parse(row.body);
	}
}

/** Of content its body; of a live section what it was before the first version, for as long as there is one. */
function keptAfter(
	{ configuration, sections }: BranchState,
	{ section, value }: ToldSection,
	kept: object | null,
): Kept {
	const definition = sectionOf(section);
	if (value === null || definition.kind === "content") return { section, body: value };
	const isFirst = sections[section] === undefined && configuration !== null;
	return { section, body: isFirst ? definition.of(configuration) : kept };
}

function said({ branchId, sections }: BranchState, { section }: ToldSection, refusal: Refusal | null): SectionAtBranch {
	const heldKey = sections[section] ?? "";
	if (refusal === null) return { branchId, section, state: "holds", heldKey, code: "", detail: "" };
	return { branchId, section, state: "refused", heldKey, code: refusal.refused, detail: refusal.detail ?? "" };
}
