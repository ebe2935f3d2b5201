import { describe, expect, it } from "vitest";
import { codeLetters, isWhole, shownCode } from "../../client-kit/session/user-code.ts";
import type { HolderActor, Place } from "../../schema/actor.ts";
import { approvalOf, type Draft, withPurpose } from "../../staff-client/approve/draft.ts";
import { branchToBegin, ownBranches } from "../../staff-client/session/own-branches.ts";

const at = (place: Place): HolderActor => ({ kind: "staff", staffId: "li", role: "lobby-manager", place });
const words = { t: (word: string) => word } as unknown as Parameters<typeof withPurpose>[2];

describe("letting a device in", () => {
	it("[DEV-9] a code is read however it is typed", () => {
		for (const text of ["wdjb-mjht", "WDJB MJHT", "#WDJBMJHT", " w d j b m j h t x"])
			expect(codeLetters(text)).toBe("WDJBMJHT");
		expect(isWhole(codeLetters("wdjb-mjh"))).toBe(false);
		expect(shownCode("WDJB")).toBe("WDJB");
		expect(shownCode("WDJBM")).toBe("WDJB-M");
	});

	it("[DEV-5] it begins at the branch one stands in, and asks when there are several", () => {
		const here = at({ kind: "branch", branchId: "sh-a" });
		const there = at({ kind: "sub-branch", nodeId: "sh.pudong", branchIds: ["sh-a", "sh-b"] });
		expect(branchToBegin(null, ownBranches([here]))).toBe("sh-a");
		expect(branchToBegin("bj-z", ownBranches([here]))).toBe("sh-a");
		expect(branchToBegin(null, ownBranches([here, there]))).toBeNull();
		expect(branchToBegin("sh-b", ownBranches([there]))).toBe("sh-b");
		expect(ownBranches([here, at({ kind: "region", region: "sh" })])).toBeNull();
		expect(branchToBegin("sh-c", null)).toBe("sh-c");
	});

	it("[DEV-5] nothing is sent while the name or a pad's counter is missing", () => {
		const draft: Draft = { purpose: "display", name: "一楼主屏", named: true, counterId: "" };
		expect(approvalOf("WDJBMJHT", draft)).toEqual({ userCode: "WDJBMJHT", name: "一楼主屏", purpose: "display" });
		expect(approvalOf("WDJBMJHT", { ...draft, name: "  " })).toBeNull();
		const pad = withPurpose(draft, "counter-pad", words);
		expect(pad.name).toBe("一楼主屏");
		expect(approvalOf("WDJBMJHT", pad)).toBeNull();
		expect(approvalOf("WDJBMJHT", { ...pad, counterId: "2" })).toMatchObject({
			purpose: "counter-pad",
			counterId: "2",
		});
		expect(withPurpose({ ...draft, named: false }, "kiosk", words).name).toBe("purposeKiosk");
	});
});
