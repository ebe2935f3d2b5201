import type { Someone } from "../../../rules/told.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import type { CaseNews, CaseRequest, SealedTexts, StoredCase } from "../../../schema/customer/case.ts";
import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { Answer, BranchEvent, Commit } from "../../../schema/hall/event.ts";
import { caseCommit } from "../../domain/case/commit.ts";
import { doWhatIsDue, nextAt } from "../../domain/case/due.ts";
import { endedByErasing, erased } from "../../domain/case/erase.ts";
import { heirOf, takenOver } from "../../domain/case/left-behind.ts";
import { moverOf } from "../../domain/case/move.ts";
import { commitOf } from "../../domain/commit/commit.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import { followOffer, offerAnswered } from "../../domain/offer/follow-offer.ts";
import type { Beside } from "../log/beside.ts";
import type { CaseTable } from "./case-table.ts";
import { type CaseTelling, tellingOf } from "./case-telling.ts";

/** Cases that one commit of the branch's own moves, at most; the rest follows at once. */
const CASES_PER_COMMIT_MAX = 50;

export type DeskPorts = {
	readonly table: CaseTable;
	readonly state: () => BranchState;
	/** Branch time. */
	readonly now: () => number;
	/** What holds of a content section here. */
	readonly contentOf: (section: SectionId) => object;
	/** Remembers a commit and what is stored beside it, both or neither, and tells. */
	readonly commit: (commit: Commit, beside: Beside | null) => void;
	/** Writes rows without a commit, and sends them. */
	readonly store: (beside: Beside) => void;
	readonly tell: (telling: CaseTelling) => void;
	/** Who can be rung. */
	readonly present: () => readonly Someone[];
};

type Refused = Extract<Answer, { status: "refused" }>;
type Moved = {
	readonly before: StoredCase | null;
	readonly after: StoredCase;
	readonly event: BranchEvent;
	readonly news: Exclude<CaseNews, "offered">;
};

/** Moves the cases of a branch: each step is a commit and the case's row, both or neither. */
export class CaseDesk {
	readonly #ports: DeskPorts;

	constructor(ports: DeskPorts) {
		this.#ports = ports;
	}

	/**
	 * One step that somebody does, its texts sealed by the door. A repeat has been told from it before. `elsewhere` is the case
	 * as D1 has it when it is over, or not yet taken over: what is known here goes first.
	 */
	move(request: CaseRequest, sealed: SealedTexts, actor: Actor, elsewhere: StoredCase | null): Commit | Refused {
		const { table, state, now, commit } = this.#ports;
		const before = table.findOrCopy(request.command.caseId) ?? elsewhere;
		const openCount = table.openCountOf(request.command.kind);
		const opening = request.command.version === 0 ? this.#opening(request, sealed) : {};
		const { contentOf } = this.#ports;
		const firstOfCustomer = table.firstOfCustomer.bind(table);
		const known = { before, openCount, contentOf, firstOfCustomer };
		const incoming = { request, sealed, actor, now: now(), ...known, ...opening };
		const made = caseCommit(state(), incoming);
		if ("status" in made) return made;
		const { after } = made;
		commit(made.commit, after === null ? null : this.#beside([after]));
		if (after !== null) this.#ports.tell(tellingOf(before, after, "moved"));
		return made.commit;
	}

	/** What a step that opens one may need to know besides: who can be rung, and who the customer's manager was. */
	#opening({ command }: CaseRequest, { ties }: SealedTexts) {
		const { tickets } = this.#ports.state();
		const reference = ties?.customerReference ?? tickets.get(ties?.ticketId ?? "")?.customer ?? null;
		const lastManager = reference === null ? null : this.#ports.table.lastManagerOf(command.kind, reference);
		return { present: this.#ports.present(), lastManager: lastManager ?? undefined };
	}

	/** A commit with what follows from it for a case that it has somebody take, and the case's row; as it was when nothing does. */
	followed(commit: Commit): { readonly commit: Commit; readonly beside: Beside | null; readonly tell: () => void } {
		const { table, state, tell } = this.#ports;
		const answered = offerAnswered(state(), commit);
		const before = answered && table.find(answered.caseId);
		const made = before && followOffer(state(), before, commit, answered.met);
		if (answered === null || before === null || made === null) return { commit, beside: null, tell: () => {} };
		return {
			commit: { ...commit, events: [...commit.events, made.event] },
			beside: this.#beside([made.after]),
			tell: () => tell(tellingOf(before, made.after, "moved")),
		};
	}

	/** Tells the owners of cases that are due, and whoever is next of those long due; false when nothing was due. */
	doWhatIsDue(): boolean {
		const now = this.#now();
		const due = this.#ports.table.due(now, CASES_PER_COMMIT_MAX);
		return this.#byItself(
			"due",
			due.map((before) => ({ before, ...doWhatIsDue(before, now) })),
		);
	}

	/** What those own who work here no more becomes the head's. Nothing while there is nobody to take it. */
	takeOver(people: readonly BranchPerson[]): void {
		const heirId = heirOf(people);
		if (heirId === null) return;
		const now = this.#now();
		const staffIds = people.map(({ id }) => id);
		let after = "";
		for (;;) {
			const left = this.#ports.table.ownedByOthers(staffIds, after, CASES_PER_COMMIT_MAX);
			const last = left.at(-1);
			if (last === undefined) return;
			after = last.caseId;
			const moves = left.flatMap((before) => {
				const taken = takenOver(before, heirId, now);
				return taken === null ? [] : [{ before, ...taken, news: "moved" as const }];
			});
			this.#byItself("owner-left", moves);
		}
	}

	/** Takes in cases as D1 has them, save what is known here as it is there, or newer. */
	takeIn(found: readonly StoredCase[]): void {
		const known = ({ caseId }: StoredCase) => this.#ports.table.findOrCopy(caseId)?.revision ?? 0;
		const news = found.filter((each) => each.revision > known(each));
		if (news.length > 0) this.#ports.store(this.#beside(news));
	}

	/**
	 * The texts of a case are gone for good, here and in its copy; an open one ends. What only D1 knows (`elsewhere`) stays
	 * here as an empty row, so that nothing late brings its key back. False: it is known nowhere.
	 */
	erase(caseId: string, actor: Actor, elsewhere: StoredCase | null): boolean {
		const before = this.#ports.table.findOrCopy(caseId) ?? elsewhere;
		if (before === null) return false;
		if (before.erasedAt !== null) return true;
		const now = this.#now();
		if (before.closedAt === null) {
			const ended = endedByErasing(before, now, moverOf(actor));
			return this.#byItself("erase", [{ before, ...ended, news: "moved" }], actor);
		}
		this.#ports.store(this.#beside([erased(before, now)]));
		return true;
	}

	/** A commit of the branch's own, or of somebody's at the door of privacy; false when there is nothing to do. */
	#byItself(name: string, moves: readonly Moved[], actor: Actor = { kind: "system" }): boolean {
		if (moves.length === 0) return false;
		const state = this.#ports.state();
		const request = { commandId: `${name}-${state.seq + 1}-${Date.now()}`, command: { type: name } };
		const made = commitOf(state, { request, actor }, this.#now(), { events: moves.map(({ event }) => event) });
		if ("status" in made) throw new Error("what a branch does by itself is never refused");
		this.#ports.commit(made, this.#beside(moves.map(({ after }) => after)));
		for (const { before, after, news } of moves) this.#ports.tell(tellingOf(before, after, news));
		return true;
	}

	#beside(rows: readonly StoredCase[]): Beside {
		const { table, state } = this.#ports;
		const { configuration } = state();
		const timed = rows.map((row) => ({ row, at: configuration === null ? null : nextAt(row, configuration) }));
		const times = timed.flatMap(({ at }) => at ?? []);
		let recounted = () => {};
		const store = () => {
			for (const { row, at } of timed) table.put(row, at);
			recounted = table.recount();
		};
		return { store, stored: () => recounted(), dueAt: times.length === 0 ? null : Math.min(...times) };
	}

	#now(): number {
		return Math.max(this.#ports.now(), this.#ports.state().lastAt);
	}
}
