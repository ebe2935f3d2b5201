import * as z from "zod";
import { CustomerReference, type RecogniseBody, Segment } from "../../schema/customer/customer.ts";
import { CustomerName } from "../../schema/customer/customer-values.ts";
import { StaffId } from "../../schema/ids.ts";
import { bareNumber, idNumber, phoneNumber } from "../../schema/text/written-number.ts";
import { demoDirectory } from "./demo-directory.ts";

/** What the bank's directory says of a customer. */
export const KnownCustomer = z.object({
	reference: CustomerReference,
	name: CustomerName,
	/** Absent: worked out from the three fields below, by the branch's thresholds. */
	segment: Segment.optional(),
	/**
	 * Average daily financial assets of the last quarter, CNY. Sent to the branch only to work out the segment; never stored,
	 * logged, sealed or answered.
	 */
	averageAssets: z.number().min(0).optional(),
	hasDegree: z.boolean().optional(),
	age: z.number().min(0).optional(),
	/** Whose customer it is: the staff number of a relationship manager. */
	managerId: StaffId.optional(),
});
export type KnownCustomer = z.infer<typeof KnownCustomer>;

/** The customer to whom a card, document or phone number belongs; null: to nobody the bank knows. Rejects when the directory cannot be asked. */
export type CustomerDirectory = (query: RecogniseBody) => Promise<KnownCustomer | null>;

export type DirectorySettings = {
	readonly CUSTOMER_DIRECTORY_URL?: string;
	readonly CUSTOMER_DIRECTORY_SECRET?: string;
	readonly DEMO_MODE?: string;
};

/** A customer waits at the kiosk: after this time they get an ordinary ticket without recognition. */
const ANSWER_MAX_MS = 1_500;
const Answered = z.object({ customer: KnownCustomer.nullable() });

/** The bank's own directory where one is configured, the demo's synthetic one in demo mode, else one that knows nobody. */
export function directoryOf(settings: DirectorySettings): CustomerDirectory {
	const { CUSTOMER_DIRECTORY_URL: url, CUSTOMER_DIRECTORY_SECRET: secret = "" } = settings;
	if (url !== undefined && url !== "") return (query) => askBank(url, secret, normalised(query));
	if (settings.DEMO_MODE === "true") return (query) => demoDirectory(normalised(query));
	return async () => null;
}

/** The number in its normal form, so that the same person is always asked for by the same text. */
function normalised({ by, value }: RecogniseBody): RecogniseBody {
	switch (by) {
		case "card":
			return { by, value: bareNumber(value) };
		case "id-number":
			return { by, value: idNumber(value) };
		case "phone":
			return { by, value: phoneNumber(value) };
		default:
			return by satisfies never;
	}
}

/** `POST {by, value}` with a bearer secret; the answer is `{customer: KnownCustomer | null}`. */
async function askBank(url: string, secret: string, { by, value }: RecogniseBody): Promise<KnownCustomer | null> {
	const response = await fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json", Authorization: `Bearer ${secret}` },
		body: JSON.stringify({ by, value }),
		redirect: "manual",
		signal: AbortSignal.timeout(ANSWER_MAX_MS),
	});
	if (response.status !== 200) {
		await response.body?.cancel();
		throw new Error(`the customer directory answered ${response.status}`);
	}
	// A faulty answer may repeat the number asked for, so the error says only that it was faulty.
	const answer = Answered.safeParse(await response.json().catch(() => null));
	if (!answer.success) throw new Error("the customer directory gave an answer of another shape");
	return answer.data.customer;
}
