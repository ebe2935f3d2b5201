import { describe, expect, it } from "vitest";
import { CustomerReference } from "../../../schema/customer/customer.ts";
import { syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { count } from "../../counts.ts";

const luhn = (digits: string) =>
	[...digits].reverse().reduce((sum, digit, at) => {
		const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
		return sum + (value > 9 ? value - 9 : value);
	}, 0) % 10;

function idCheck(idNumber: string): boolean {
	const digits = [...idNumber].map((each) => (each === "X" ? 10 : Number(each)));
	// ISO 7064, MOD 11-2: the weight of a place is 2 to its distance from the end.
	return digits.reduce((sum, digit, at) => sum + digit * (2 ** (17 - at) % 11), 0) % 11 === 1;
}

describe("synthetic customers", () => {
	it("[PLAY-2] are the same for the same seed, all different, well-formed, and nobody's", () => {
		const numbers = new Set<string>();
		const everybody = count(1_000, 10_000);
		for (let index = 0; index < everybody; index++) {
			const customer = syntheticCustomer(7, index);
			expect(customer).toEqual(syntheticCustomer(7, index));
			expect(CustomerReference.safeParse(customer.reference).success).toBe(true);
			expect(customer.name).toMatch(/^[\u4e00-\u9fff]{2,4}$/);
			expect(customer.card).toMatch(/^620000\d{10}$/);
			expect(luhn(customer.card)).toBe(0);
			expect(customer.idNumber).toMatch(/^990000(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}[\dX]$/);
			expect(idCheck(customer.idNumber)).toBe(true);
			expect(customer.phone).toMatch(/^154\d{8}$/);
			for (const number of [customer.reference, customer.card, customer.phone]) numbers.add(number);
		}
		expect(numbers.size).toBe(3 * everybody);
	});

	it.each([1, 2, 3])("[PLAY-2] no two of ten thousand have one document, with the seed %i too", (seed) => {
		const documents = Array.from({ length: 10_000 }, (_, index) => syntheticCustomer(seed, index).idNumber);
		expect(new Set(documents).size).toBe(documents.length);
	});
});
