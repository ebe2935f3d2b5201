import { expect, it } from "vitest";
import { closingCost, isNameOf, mayReopen } from "../../staff-client/hall/day-closing.ts";
import { hallOf, MINUTE_MS, NOW, ticketOf } from "./hall-of.ts";

it("[SCR-15] closing the day costs who waits, who is at a counter, who is on hold, and the hours left", () => {
	const statuses = ["waiting", "waiting", "called", "serving", "held", "no-show", "ended"] as const;
	const tickets = statuses.map((status, index) => ticketOf(`A${index}`, { status }));
	const hall = hallOf({ tickets, closesAt: NOW + 90 * MINUTE_MS });
	expect(closingCost(hall, NOW)).toEqual({ waiting: 2, atCounters: 2, held: 1, leftMs: 90 * MINUTE_MS });
	expect(closingCost(hall, NOW + 91 * MINUTE_MS).leftMs).toBe(0);
	expect(closingCost(hallOf({}), NOW)).toEqual({ waiting: 0, atCounters: 0, held: 0, leftMs: 0 });
});

it.each([
	["外滩支行", true],
	[" 外滩支行　", true],
	["the  bund", true],
	["外滩", false],
	["", false],
	[" ", false],
])("[SCR-15] %j is the branch's name: %s", (typed, expected) => {
	const branch = { ...hallOf({}).branch, name: { zh: "外滩支行", en: "The Bund" } };
	expect(isNameOf(branch, typed)).toBe(expected);
});

it("[SCR-15] [DAY-7] who closed it, or a head, is offered to reopen it for as long as the branch would", () => {
	const closing = { id: "closing", at: NOW, by: "anna", early: true, unserved: 1, reopenBy: NOW + 10 } as const;
	const hall = hallOf({ dayStatus: "closed", closing });
	expect(mayReopen(hall, "anna", false, NOW + 10)).toBe(true);
	expect(mayReopen(hall, "ben", false, NOW)).toBe(false);
	expect(mayReopen(hall, "ben", true, NOW)).toBe(true);
	expect(mayReopen(hall, "anna", true, NOW + 11)).toBe(false);
	expect(mayReopen(hallOf({}), "anna", true, NOW)).toBe(false);
});
