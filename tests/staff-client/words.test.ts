import { describe, expect, it } from "vitest";
import { sharedWords } from "../../client-kit/words/shared-words.ts";
import { readAddress, tokenWanted } from "../../staff-client/live/page-address.ts";
import { refusalText } from "../../staff-client/parts/refusal-text.ts";
import { bankScreens, hallScreens, staffScreens } from "../../staff-client/start/screen-links.ts";
import { alertWords } from "../../staff-client/words/alert-words.ts";
import { approveWords } from "../../staff-client/words/approve-words.ts";
import { caseWords } from "../../staff-client/words/case-words.ts";
import { counterWords } from "../../staff-client/words/counter-words.ts";
import { hallWords } from "../../staff-client/words/hall-words.ts";
import { ownWorkWords } from "../../staff-client/words/own-work-words.ts";
import { phoneWords } from "../../staff-client/words/phone-words.ts";
import { presenceWords } from "../../staff-client/words/presence-words.ts";
import { recogniseWords } from "../../staff-client/words/recognise-words.ts";
import { referralWords } from "../../staff-client/words/referral-words.ts";
import { sessionWords } from "../../staff-client/words/session-words.ts";
import { startWords } from "../../staff-client/words/start-words.ts";

const PARTS: readonly { zh: Record<string, string>; en: Record<string, string> }[] = [
	sharedWords,
	hallWords,
	alertWords,
	counterWords,
	ownWorkWords,
	phoneWords,
	presenceWords,
	startWords,
	approveWords,
	sessionWords,
	recogniseWords,
	referralWords,
	caseWords,
];
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe("[X4] words", () => {
	it("[SCR-7] no key stands in two parts, where the later would silently win", () => {
		const keys = PARTS.flatMap((part) => Object.keys(part.zh));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});
	it("[SCR-7] both languages have the same keys with the same parameters", () => {
		for (const { zh, en } of PARTS) {
			expect(Object.keys(en)).toEqual(Object.keys(zh));
			for (const [key, text] of Object.entries(zh))
				expect([key, placeholders(en[key] ?? "")]).toEqual([key, placeholders(text)]);
		}
	});
	it("[SCR-7] a closed door says why in the chosen language", () => {
		expect(refusalText("not-permitted", null, "en")).toContain("branch head");
		expect(refusalText("not-permitted", null, "zh")).toContain("网点负责人");
	});
});

describe("addresses", () => {
	it("[SCR-7] name branch, role and person", () => {
		const address = readAddress("?branch=sh-test&as=open-teller&staff=wu-hao", "closed-teller");
		expect(address).toEqual({ branchId: "sh-test", role: "open-teller", staffId: "wu-hao" });
		expect(tokenWanted({ ...address, branchId: "sh-test" })).toEqual({
			kind: "staff",
			role: "open-teller",
			branchId: "sh-test",
			staffId: "wu-hao",
		});
	});
	it("[SCR-7] fall back to the page's own role", () =>
		expect(readAddress("", "lobby-manager")).toEqual({ branchId: null, role: "lobby-manager" }));
	it("[SCR-7] of the start page lead to every screen", () => {
		const addresses = [...hallScreens("sh-test"), ...staffScreens("sh-test"), ...bankScreens()].map(
			(screen) => screen.address,
		);
		expect(addresses).toContain("/display/?branch=sh-test&speak=1");
		expect(addresses).toContain("/counter/?branch=sh-test&as=relationship-manager");
		expect(addresses).toContain("/console/?as=auditor");
		expect(new Set(addresses).size).toBe(addresses.length);
	});
});
