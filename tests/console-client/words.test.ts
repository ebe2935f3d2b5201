import { describe, expect, it } from "vitest";
import { sharedWords } from "../../client-kit/words/shared-words.ts";
import { ACT_WORD } from "../../console-client/ledger/act-labels.ts";
import { actWords } from "../../console-client/words/act-words.ts";
import { branchWords } from "../../console-client/words/branch-words.ts";
import { caseWords } from "../../console-client/words/case-words.ts";
import { configurationWords } from "../../console-client/words/configuration-words.ts";
import { deviceWords } from "../../console-client/words/device-words.ts";
import { editorWords } from "../../console-client/words/editor-words.ts";
import { emptyWords } from "../../console-client/words/empty-words.ts";
import { forecastWords } from "../../console-client/words/forecast-words.ts";
import { frameWords } from "../../console-client/words/frame-words.ts";
import { institutionWords } from "../../console-client/words/institution-words.ts";
import { ledgerWords } from "../../console-client/words/ledger-words.ts";
import { mineWords } from "../../console-client/words/mine-words.ts";
import { newBranchWords } from "../../console-client/words/new-branch-words.ts";
import { noticeWords } from "../../console-client/words/notice-words.ts";
import { overviewWords } from "../../console-client/words/overview-words.ts";
import { peopleWords } from "../../console-client/words/people-words.ts";
import { personWords } from "../../console-client/words/person-words.ts";
import { reportWords } from "../../console-client/words/report-words.ts";
import { serviceWords } from "../../console-client/words/service-words.ts";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";

const PARTS: readonly { zh: Record<string, string>; en: Record<string, string> }[] = [
	actWords,
	frameWords,
	sharedWords,
	branchWords,
	overviewWords,
	emptyWords,
	reportWords,
	forecastWords,
	peopleWords,
	institutionWords,
	newBranchWords,
	configurationWords,
	editorWords,
	noticeWords,
	deviceWords,
	serviceWords,
	mineWords,
	ledgerWords,
	personWords,
	caseWords,
];
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe("words of the console", () => {
	it("[CON-8] stand for everything that the ledger can hold", () => {
		const audited = Object.entries(ENDPOINTS).filter(([, endpoint]) => "audit" in endpoint);
		const others = ["sign-in", "sign-in-refused", "session-ended", "commits-closed", "commits-set-back", "moveCase"];
		// Of records before they were cases, whose entries stay.
		const former = ["show", "change", "sign", "erase"].map((act) => `${act}Referral`);
		const acts = [...audited.map(([name]) => name), ...others, ...former, "recordOutcome", "searchReferrals"].sort();
		expect(Object.keys(ACT_WORD).sort()).toEqual(acts);
	});
	it("[CON-8] no key stands in two parts, where the later would silently win", () => {
		const keys = PARTS.flatMap((part) => Object.keys(part.zh));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});
	it("[CON-8] both languages have the same keys with the same parameters, and none is empty", () => {
		for (const { zh, en } of PARTS) {
			expect(Object.keys(en)).toEqual(Object.keys(zh));
			for (const [key, text] of Object.entries(zh)) {
				expect([key, placeholders(en[key] ?? "")]).toEqual([key, placeholders(text)]);
				expect([key, text.trim() !== "" && en[key]?.trim() !== ""]).toEqual([key, true]);
			}
		}
	});
});
