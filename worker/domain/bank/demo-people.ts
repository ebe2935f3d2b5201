import { BANK } from "../../../rules/institution.ts";
import type { Role } from "../../../schema/actor.ts";
import type { StaffMember } from "../../../schema/hall/configuration.ts";
import type { Bilingual, NodeId } from "../../../schema/ids.ts";
import type { Joiner } from "../../../schema/people/person.ts";
import { DEMO_BRANCHES } from "./demo-branches.ts";

type DemoNode = { readonly nodeId: NodeId; readonly parentId: NodeId; readonly name: Bilingual };

const BRANCH_PARENTS: Readonly<Record<string, NodeId>> = { "sh-lujiazui": "sh.pudong" };

/** The tree of the demo, parents before children; the bank itself is always there. */
export const DEMO_NODES: readonly DemoNode[] = [
	{ nodeId: "sh", parentId: BANK, name: { zh: "上海分行", en: "Shanghai region" } },
	{ nodeId: "bj", parentId: BANK, name: { zh: "北京分行", en: "Beijing region" } },
	{ nodeId: "gz", parentId: BANK, name: { zh: "广州分行", en: "Guangzhou region" } },
	{ nodeId: "sh.pudong", parentId: "sh", name: { zh: "浦东支行", en: "Pudong sub-branch" } },
	...DEMO_BRANCHES.map(({ branchId, name }) => ({
		nodeId: branchId,
		parentId: BRANCH_PARENTS[branchId] ?? branchId.slice(0, branchId.indexOf("-")),
		name,
	})),
];

const person = (staffId: string, zh: string, en: string, role: Role, nodeId: NodeId): Joiner => ({
	staffId,
	name: { zh, en },
	assignments: [{ role, nodeId }],
});

/** Who works above the branches. */
const ABOVE: readonly Joiner[] = [
	person("fang-yun", "方芸", "Fang Yun", "head-office-operator", BANK),
	person("shen-bo", "沈博", "Shen Bo", "head-office-operator", BANK),
	person("jiang-li", "蒋莉", "Jiang Li", "human-resources", BANK),
	person("yan-ming", "严明", "Yan Ming", "auditor", BANK),
	person("lu-yao", "陆瑶", "Lu Yao", "retail-department", BANK),
	person("pan-kai", "潘凯", "Pan Kai", "it-support", BANK),
	person("shi-lan", "施兰", "Shi Lan", "human-resources", "sh"),
	person("qiu-feng", "邱枫", "Qiu Feng", "retail-department", "sh"),
	person("bai-xue", "白雪", "Bai Xue", "retail-department", "sh.pudong"),
	person("tao-ran", "陶然", "Tao Ran", "human-resources", "bj"),
	person("xie-an", "谢安", "Xie An", "retail-department", "gz"),
];

/** People of branches other than the first, in the order of the default branch's: nobody works in two cities. */
const ELSEWHERE: Readonly<Record<string, readonly (readonly [zh: string, en: string])[]>> = {
	"bj-guomao": [
		["董洁", "Dong Jie"],
		["韩磊", "Han Lei"],
		["冯雪", "Feng Xue"],
		["程远", "Cheng Yuan"],
		["曹颖", "Cao Ying"],
		["袁梦", "Yuan Meng"],
		["邓超然", "Deng Chaoran"],
		["许晴", "Xu Qing"],
		["傅强", "Fu Qiang"],
		["沈悦", "Shen Yue"],
		["曾琪", "Zeng Qi"],
		["彭宇", "Peng Yu"],
		["吕萍", "Lü Ping"],
		["苏航", "Su Hang"],
		["卢建国", "Lu Jianguo"],
		["蔡文静", "Cai Wenjing"],
		["贾正", "Jia Zheng"],
		["丁勇", "Ding Yong"],
	],
	"gz-tianhe": [
		["梁静", "Liang Jing"],
		["罗文", "Luo Wen"],
		["郑佩", "Zheng Pei"],
		["谭伟", "Tan Wei"],
		["陈晓彤", "Chen Xiaotong"],
		["黎敏", "Li Min"],
		["关浩", "Guan Hao"],
		["欧阳倩", "Ouyang Qian"],
		["冼志明", "Xian Zhiming"],
		["麦嘉", "Mai Jia"],
		["区丽", "Ou Li"],
		["莫凡", "Mo Fan"],
		["何思敏", "He Simin"],
		["叶青", "Ye Qing"],
		["容志强", "Rong Zhiqiang"],
		["霍燕", "Huo Yan"],
		["简诚", "Jian Cheng"],
		["卓勇", "Zhuo Yong"],
	],
};

/** The staff of a demo branch: the default branch's posts and skills, held by people of that city. */
export function demoStaffOf(branchId: string, standard: readonly StaffMember[]): StaffMember[] {
	const names = ELSEWHERE[branchId];
	const region = branchId.slice(0, branchId.indexOf("-"));
	return standard.map((member, at) => {
		const name = names?.[at];
		if (name === undefined) return member;
		const [zh, en] = name;
		const spelled = en.toLowerCase().replaceAll("ü", "v").replaceAll(" ", "-");
		return { ...member, id: `${region}-${spelled}`, name: { zh, en } };
	});
}

/** Everybody of the demo, given the staff of the default branch. */
export function demoPeople(standard: readonly StaffMember[]): Joiner[] {
	const inBranches = DEMO_BRANCHES.flatMap(({ branchId }) =>
		demoStaffOf(branchId, standard).map(({ id, name, role }) => person(id, name.zh, name.en, role, branchId)),
	);
	return [...ABOVE, ...inBranches];
}
