import type { StaffCounter, StaffPerson, StaffService } from "../../schema/hall/view.ts";
import type { Hall, HallTicket } from "./hall.ts";
import type { Intention } from "./intention.ts";

/** To whom a ticket goes: anybody able, one counter, or one person wherever signed on. */
export type TransferTo =
	| { readonly kind: "anyone" }
	| { readonly kind: "counter"; readonly counterId: string }
	| { readonly kind: "staff"; readonly staffId: string };

export type TransferService = { readonly service: StaffService; readonly countersOpen: number };
export type TransferChoices = {
	/** The present service first, then what somebody open can do, then the rest. */
	readonly services: readonly TransferService[];
	/** Counters and signed-on people other than the present one that can do the chosen service. */
	readonly counters: readonly StaffCounter[];
	readonly people: readonly { readonly person: StaffPerson; readonly counter: StaffCounter }[];
};

/** What makes sense for this ticket when `serviceId` is chosen. */
export function transferChoices(hall: Hall, ticket: HallTicket, serviceId: string): TransferChoices {
	const staffed = [...hall.counters.values()].filter((counter) => counter.status !== "closed");
	const able = staffed.filter((counter) => counter.id !== ticket.counterId && counter.services.includes(serviceId));
	const present = ticket.services[0];
	const services = [...hall.services.values()].map((service) => ({
		service,
		countersOpen: staffed.filter((counter) => counter.services.includes(service.id)).length,
	}));
	services.sort(
		(one, other) =>
			Number(other.service.id === present) - Number(one.service.id === present) ||
			Number(other.countersOpen > 0) - Number(one.countersOpen > 0),
	);
	const people = able.flatMap((counter) => {
		const person = counter.staffId === null ? undefined : hall.staff.get(counter.staffId);
		return person ? [{ person, counter }] : [];
	});
	return { services, counters: able, people };
}

/** The intention of a choice; null while it would change nothing: the same service for anybody able. */
export function transferIntention(
	ticket: HallTicket,
	serviceId: string,
	to: TransferTo,
	{ reason, accompanied }: { readonly reason: string; readonly accompanied: boolean },
): Intention | null {
	const isSameService = serviceId === ticket.services[0];
	if (isSameService && to.kind === "anyone") return null;
	const said = reason.trim();
	return {
		command: {
			type: "transfer-ticket",
			ticketId: ticket.id,
			...(isSameService ? {} : { serviceId }),
			...targetOf(to),
			...(accompanied ? { accompanied: true as const } : {}),
			...(said === "" ? {} : { reason: said }),
		},
		expect: { ticketStatus: ticket.status },
	};
}

function targetOf(to: TransferTo): { counterId?: string; staffId?: string } {
	switch (to.kind) {
		case "anyone":
			return {};
		case "counter":
			return { counterId: to.counterId };
		case "staff":
			return { staffId: to.staffId };
		default:
			return to satisfies never;
	}
}
