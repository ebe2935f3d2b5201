import { env } from "cloudflare:workers";
import { afterEach, describe, it, vi } from "vitest";
import type { Segments } from "../../../schema/configuration/segments/segments.ts";
import type { RecognitionAnswer } from "../../../schema/customer/customer.ts";
import { commitsOf, MONDAY, newCommandId } from "../../branch/a-branch.ts";
import { dumpOf } from "../../branch/storage.ts";
import { ask } from "../a-referral.ts";
import { deviceAt, staffAt } from "../callers.ts";
import { aRegion, publishedVersion, takeBack } from "../configuration/a-section.ts";

const ASSETS = 83_271;
const CUSTOMER = { reference: "B-20481", name: "赵敏敏", averageAssets: ASSETS, hasDegree: true, age: 44 };
const CARD = { by: "card", value: "6200001817833653" };
const secrets = { CUSTOMER_DIRECTORY_URL: "https://directory.bank.test", CUSTOMER_DIRECTORY_SECRET: "s3cret" };
const lower = (held: Segments) => ({ ...held, highFrom: 80_000 });

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

async function aHall(answer: object = CUSTOMER) {
	const { region, branches } = await aRegion();
	const [branch] = branches;
	if (branch === undefined) throw new Error("no branch");
	vi.stubGlobal("fetch", async () => Response.json({ customer: answer }));
	const { branchId } = branch;
	const [kiosk, manager] = [deviceAt("kiosk", branchId), staffAt("lobby-manager", branchId, "li-na")];
	const recognised = (actor: typeof kiosk) =>
		ask<RecognitionAnswer>(actor, "POST", `/branches/${branchId}/recognitions`, { body: CARD, secrets });
	/** The class of a ticket that the card gives at the kiosk now. */
	const classNow = async () => {
		const { recognition } = (await recognised(kiosk)).body;
		const command = { type: "issue-ticket", services: ["cash"], recognition };
		const wish = { body: { command }, commandId: newCommandId() };
		const { body } = await ask<{ answer: { ticketId: string } }>(kiosk, "POST", `/branches/${branchId}/commands`, wish);
		const events = (await commitsOf(branchId, MONDAY)).flatMap((each) => each.events);
		const issued = events.flatMap((each) => (each.type === "ticket-issued" ? [each] : []));
		return issued.find(({ ticketId }) => ticketId === body.answer.ticketId)?.class;
	};
	return { region, branchId, kiosk, manager, recognised, classNow };
}

describe("a customer of whom the bank's directory says what they own", () => {
	it("[CFG-22] gets the class that the thresholds published for the branch make of it, and the one before when they are taken back", async ({
		expect,
	}) => {
		const { region, manager, recognised, classNow } = await aHall();
		expect(await classNow()).toBe("mid");
		const out = await publishedVersion({ nodeId: region, section: "segments", change: lower });
		expect(await classNow()).toBe("high");
		expect((await recognised(manager)).body.customer).toMatchObject({ segment: "high", reference: CUSTOMER.reference });
		await takeBack(out);
		expect(await classNow()).toBe("mid");
	});

	it("[CFG-22] has the segment that the directory says, whatever they own", async ({ expect }) => {
		const { region, classNow } = await aHall({ ...CUSTOMER, segment: "potential" });
		await publishedVersion({ nodeId: region, section: "segments", change: lower });
		expect(await classNow()).toBe("potential");
	});

	it("[CFG-22] while the branch cannot be asked, has the segment by what ships", async ({ expect }) => {
		const { region, manager, recognised } = await aHall();
		await publishedVersion({ nodeId: region, section: "segments", change: lower });
		vi.spyOn(env.BRANCH, "getByName").mockImplementation(() => {
			throw new Error("the branch is away");
		});
		expect((await recognised(manager)).body.customer).toMatchObject({ segment: "mid" });
	});

	it("[CFG-22] leaves nothing of what they own in an answer, a log line or the branch", async ({ expect }) => {
		const lines: string[] = [];
		for (const way of ["log", "info", "warn", "error"] as const) {
			vi.spyOn(console, way).mockImplementation((...words) => void lines.push(words.map(String).join(" ")));
		}
		const { branchId, kiosk, manager, recognised, classNow } = await aHall();
		await classNow();
		const answers = [await recognised(kiosk), await recognised(manager)].map(({ text }) => text);
		const stored = JSON.stringify(await dumpOf(branchId));
		expect(stored).toContain(CUSTOMER.reference);
		for (const text of [...answers, ...lines, stored]) expect(text).not.toContain(String(ASSETS));
	});
});
