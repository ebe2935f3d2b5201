import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	differences,
	fieldsOf,
	type Layer,
	layered,
	settingOf,
	valueFrom,
} from "../../../rules/configuration/fields.ts";
import { reaches } from "../../../rules/configuration/reach.ts";
import { SHIPPED_DISPATCH } from "../../../schema/configuration/dispatch/shipped.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e");
const value = fc.record({
	things: fc.uniqueArray(fc.record({ id, size: fc.nat(9) }), {
		selector: (each) => each.id,
		minLength: 1,
		maxLength: 5,
	}),
	limit: fc.nat(9),
	deep: fc.record({ one: fc.nat(3), other: fc.option(fc.nat(3)) }),
});

describe("fields and layers", () => {
	it("[CFG-7] a value cut into fields comes back as it was", () => {
		fc.assert(
			fc.property(value, (each) => {
				expect(valueFrom(fieldsOf(each))).toEqual(each);
			}),
		);
		expect(valueFrom(fieldsOf(SHIPPED_DISPATCH))).toEqual(SHIPPED_DISPATCH);
		expect(valueFrom(fieldsOf({ things: [] }))).toEqual({ things: [] });
	});

	it("[CFG-7] what a place sets makes exactly its own value hold there, whatever lies above", () => {
		fc.assert(
			fc.property(value, value, value, (shipped, above, wanted) => {
				const upper: Layer = { set: settingOf(fieldsOf(shipped), fieldsOf(above)), locked: [] };
				const own: Layer = { set: settingOf(layered(fieldsOf(shipped), [upper]).fields, fieldsOf(wanted)), locked: [] };
				const held = layered(fieldsOf(shipped), [upper, own]);
				expect(differences(held.fields, fieldsOf(wanted))).toEqual([]);
				// Taken out again, the layer above holds by the letter.
				const before = JSON.stringify(valueFrom(layered(fieldsOf(shipped), [upper]).fields));
				expect(JSON.stringify(valueFrom(layered(fieldsOf(shipped), [upper, { set: {}, locked: [] }]).fields))).toBe(
					before,
				);
			}),
		);
	});

	it("[CFG-8] a field that is locked above holds as it is there; what was set below is kept and named", () => {
		const shipped = fieldsOf({ limit: 1, things: [{ id: "a", size: 1 }] });
		const bank: Layer = { set: { limit: 2 }, locked: ["limit", "things"] };
		const branch: Layer = { set: { limit: 9, "things.b": { id: "b", size: 1 } }, locked: [] };
		const held = layered(shipped, [bank, branch]);
		expect(valueFrom(held.fields)).toEqual({ limit: 2, things: [{ id: "a", size: 1 }] });
		expect(held.overruled.map(({ field }) => field)).toEqual(["limit", "things.b"]);
		expect(valueFrom(layered(shipped, [{ ...bank, locked: [] }, branch]).fields)).toMatchObject({ limit: 9 });
	});
});

it("[CFG-9] a share chooses the same branches each time, about as many as it says, and a larger one keeps them", () => {
	const branches = Array.from({ length: 4_000 }, (_, at) => `sh-b${at}`);
	const chosen = (percent: number) => branches.filter((each) => reaches({ kind: "share", percent }, "version-1", each));
	const [tenth, half] = [chosen(10), chosen(50)];
	expect(tenth.length).toBeGreaterThan(300);
	expect(tenth.length).toBeLessThan(500);
	expect(tenth.every((each) => half.includes(each))).toBe(true);
	expect(chosen(10)).toEqual(tenth);
});
