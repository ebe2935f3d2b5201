import type { DemoInfo } from "../../../schema/people/demo.ts";

/** The synthetic branches of the demo: one lives by a recorded day, one is for trying, one has closed. */
export const DEMO_BRANCHES: DemoInfo["branches"] = [
	{ branchId: "sh-lujiazui", name: { zh: "上海陆家嘴支行", en: "Shanghai Lujiazui" }, demo: "living" },
	{ branchId: "bj-guomao", name: { zh: "北京国贸支行", en: "Beijing Guomao" }, demo: "quiet" },
	{ branchId: "gz-tianhe", name: { zh: "广州天河支行", en: "Guangzhou Tianhe" }, demo: "closed" },
];
