import { expect, it } from "vitest";
import { ownWords } from "../../../client-kit/session/own-words.ts";
import { strengthOf } from "../../../client-kit/session/password-strength.ts";
import type { SessionInfo } from "../../../schema/people/session.ts";
import { commonWordsText } from "../../../scripts/build/common-words.ts";
import { readCommonWords } from "../../../worker/access/common-words.ts";
import { weakPassword } from "../../../worker/access/weak-password.ts";

const ZHANG: SessionInfo = {
	sessionId: "a".repeat(16),
	method: "password",
	startedAt: 0,
	endsAt: 1,
	idleEndsAt: 1,
	locked: false,
	hasPin: false,
	mustChangePassword: true,
	holder: { kind: "staff", staffId: "100001", name: { zh: "张伟", en: "Zhang Wei" } },
	actors: [
		{
			kind: "staff",
			staffId: "100001",
			role: "lobby-usher",
			place: { kind: "branch", branchId: "sh-lujiazui" },
		},
	],
};
const isCommon = readCommonWords(commonWordsText());
const OWN = ownWords(ZHANG);

it.for([
	["Zhang Wei tulip kettle", "strengthOwn"],
	["tulip.lujiazui.kettle", "strengthOwn"],
	["100001 tulip kettle", "strengthOwn"],
	["Football2026", "strengthCommon"],
	["dragon12345", "strengthCommon"],
	["wangxiaoming", "strengthCommon"],
	["abcdefghijkl", "strengthPattern"],
	["1990010119900101", "strengthPattern"],
	["xk29", "strengthLonger"],
] as const)("[ACC-20] %s is weak, for which the page says %s", ([password, advice]) => {
	expect(strengthOf(password, OWN)).toEqual({ level: "strengthWeak", advice });
});

it("[ACC-20] what the page calls strong, the server takes", () => {
	for (const password of ["tulip canoe window rice", "k7mq-x2dr-9hwe-pt4n", "晨会八点半到三楼开会"]) {
		expect(strengthOf(password, OWN).level, password).toBe("strengthStrong");
		expect(
			weakPassword(password, { staffId: "100001", names: ["张伟", "Zhang Wei"], places: ["sh-lujiazui"] }, isCommon),
		).toBe(false);
	}
	expect(strengthOf("xk29vqmtzrp", OWN).level).toBe("strengthFair");
});
