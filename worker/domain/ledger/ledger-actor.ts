import { nodeOf } from "../../../rules/place.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { LedgerActor } from "../../../schema/ledger/ledger.ts";

/** An actor as the ledger names them: who, as what, and from which node. */
export function ledgerActor(actor: Actor): LedgerActor {
	switch (actor.kind) {
		case "staff": {
			const { kind, staffId, role, place } = actor;
			return { kind, staffId, role, nodeId: nodeOf(place) };
		}
		case "device": {
			const { kind, deviceId, purpose, place } = actor;
			return { kind, deviceId, purpose, nodeId: nodeOf(place) };
		}
		case "service": {
			const { kind, accountId, place } = actor;
			return { kind, accountId, nodeId: nodeOf(place) };
		}
		case "customer":
			return { kind: "customer", ticketId: actor.ticketId };
		case "system":
			return { kind: "system" };
		default:
			return actor satisfies never;
	}
}
