import { isTold } from "../../../rules/told.ts";
import type { Told } from "../../../schema/hall/alert.ts";
import type { AuditPage } from "../../../worker/branch/audit.ts";

type Row = AuditPage["rows"][number];
export type AlertLife = {
	readonly kind: string;
	told: Told;
	acceptedBy: string | null;
	/** Acceptances since it was raised or last passed on. */
	acceptances: number;
	isOver: boolean;
};

/** What became of every alert and record by the commits alone, and what of it contradicts the rules. */
export function livesOf(rows: readonly Row[]) {
	const faults: string[] = [];
	const alerts = new Map<string, AlertLife>();
	const steps = new Map<string, string[]>();
	const owners = new Map<string, string>();
	const asked = new Map<string, Set<string>>();
	const commands = new Set<string>();
	const ring = (alertId: string, persons: readonly string[], isByItself: boolean) => {
		const before = asked.get(alertId) ?? new Set();
		for (const person of persons) {
			if (isByItself && before.has(person)) faults.push(`${alertId}: ${person} was asked twice`);
			before.add(person);
		}
		asked.set(alertId, before);
	};
	for (const { commandId, events, actor, seq } of rows) {
		if (commands.has(commandId)) faults.push(`${commandId} was stored twice`);
		commands.add(commandId);
		const by = actor.kind === "staff" ? actor.staffId : actor.kind;
		for (const event of events) {
			if (event.type === "case-moved") {
				const done = steps.get(event.caseId) ?? [];
				if (event.version !== done.length + 1) faults.push(`${event.caseId}: ${event.version} out of turn`);
				steps.set(event.caseId, [...done, event.step]);
				owners.set(event.caseId, event.ownerId);
			}
			if (!("alertId" in event)) continue;
			const { alertId, type } = event;
			if (type === "alert-raised") {
				if (alerts.has(alertId)) faults.push(`${alertId} was raised twice`);
				const { kind, told } = event;
				alerts.set(alertId, { kind, told, acceptedBy: null, acceptances: 0, isOver: false });
				if (kind === "offer") ring(alertId, told.persons, true);
				continue;
			}
			const alert = alerts.get(alertId);
			if (alert === undefined || alert.isOver) {
				faults.push(`${seq}: ${type} of ${alertId}, which is over`);
				continue;
			}
			switch (type) {
				case "alert-accepted":
					if (alert.acceptedBy !== null) faults.push(`${alertId} was accepted by ${alert.acceptedBy} and by ${by}`);
					alert.acceptedBy = by;
					alert.acceptances += 1;
					break;
				case "alert-passed-on": {
					const { to } = event;
					const told = "role" in to ? { roles: [to.role], persons: [] } : { roles: [], persons: [to.staffId] };
					Object.assign(alert, { told, acceptedBy: null, acceptances: 0 });
					ring(alertId, told.persons, false);
					break;
				}
				case "alert-declined":
				case "alert-escalated":
					if (alert.acceptedBy !== null) faults.push(`${alertId}: ${type} though ${alert.acceptedBy} has it`);
					if (actor.kind === "staff" && !isTold(alert.told, { staffId: by, roles: [actor.role] }))
						faults.push(`${alertId}: ${by} was not told and cannot be too busy`);
					alert.told = event.told;
					if (alert.kind === "offer") ring(alertId, event.told.persons, true);
					break;
				case "alert-ended":
					alert.isOver = true;
					break;
				default:
			}
		}
	}
	return { faults, alerts, steps, owners, commands };
}
