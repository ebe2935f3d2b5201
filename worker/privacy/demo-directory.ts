import type { RecogniseBody } from "../../schema/customer/customer.ts";
import { type SyntheticCustomer, syntheticCustomer } from "../domain/customer/synthetic-customer.ts";

const DEMO_SEED = 20261121;
const DEMO_CUSTOMERS = 2_000;

let known: ReadonlyMap<string, SyntheticCustomer> | null = null;

/** The demo's customers, all of them made up. */
export async function demoDirectory({ by, value }: RecogniseBody): Promise<SyntheticCustomer | null> {
	known ??= everybody();
	return known.get(`${by} ${value}`) ?? null;
}

function everybody(): Map<string, SyntheticCustomer> {
	const byNumber = new Map<string, SyntheticCustomer>();
	for (let index = 0; index < DEMO_CUSTOMERS; index++) {
		const customer = syntheticCustomer(DEMO_SEED, index);
		byNumber.set(`card ${customer.card}`, customer);
		byNumber.set(`id-number ${customer.idNumber}`, customer);
		byNumber.set(`phone ${customer.phone}`, customer);
	}
	return byNumber;
}
