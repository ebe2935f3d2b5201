import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";
import { accepted, concluded, fivePages, NAME, offered, says, tap } from "../five-pages.ts";
import { startWithD1 } from "../without-d1.ts";

describe("five pages while D1 is away", () => {
	let browser: Browser;
	let server: Awaited<ReturnType<typeof startWithD1>>;
	beforeAll(async () => {
		[browser, server] = await Promise.all([launchChromium(), startWithD1()]);
	}, 240_000);
	afterAll(async () => {
		await browser.close();
		await server.stop();
	});

	it("[ALR-33] [ALR-21] a customer is offered, declined, accepted, met and concluded as with it, and no page shows who they are", {
		timeout: 240_000,
	}, async ({ expect }) => {
		const hall = await aHall(browser, server.url);
		const pages = await fivePages(hall);
		await server.takeD1();
		const { measured, on, step } = pages;
		await offered(pages, [
			["ma", says("客户等候客户经理")],
			["lobby", says(/正在呼叫.?马俊/)],
			["head", says(/Ringing Ma Jun/)],
		]);
		await step("busy", () => tap(on("ma"), "走不开"), [
			["xu", says("A customer waits for a manager")],
			["lobby", says(/马俊.?走不开/)],
			["head", says(/Ma Jun: Cannot come/)],
		]);
		await accepted(pages);
		await concluded(pages, []);
		console.log(measured.join("\n"));
		// What nobody can count is shown to nobody, and says so.
		await tap(on("xu"), "Show customer details");
		await on("xu").getByText("Contacting the customer").click();
		await tap(on("xu"), "Show customer details");
		await on("xu")
			.getByText(/Temporarily unavailable/)
			.first()
			.waitFor();
		for (const who of ["counter", "ma", "head", "lobby", "xu"] as const) {
			expect(await on(who).locator("body").innerText()).not.toContain(NAME);
		}
	});
});
