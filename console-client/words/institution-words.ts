/** Words of the institution tree. */
export const institutionWords = {
	zh: {
		institutionTitle: "机构",
		institutionText: "总行、分行、支行和网点。权限随机构向下生效。",
		nodeAdd: "新增机构",
		nodeKind: "级别",
		nodeId: "编号",
		nodeIdRegion: "小写字母和数字，2 至 12 位，例如 sh",
		nodeIdSubBranch: "分行编号、点、支行编号，例如 sh.pudong",
		nodeIdBranch: "分行编号、连字符、网点编号，例如 sh-lujiazui",
		nodeParent: "上级机构",
		nodeName: "名称",
		nodeChange: "改名或调整上级",
		nodePeople: "人员",
		nodeMoveHint: "网点可在本分行与其支行之间调整；人员的权限范围随之改变，一分钟内生效。",
	},
	en: {
		institutionTitle: "Institution",
		institutionText: "Head office, regions, sub-branches and branches. A role at one reaches everything below it.",
		nodeAdd: "Add",
		nodeKind: "Level",
		nodeId: "Id",
		nodeIdRegion: "Lower-case letters and digits, 2 to 12, for instance sh",
		nodeIdSubBranch: "The region's id, a dot, its own: sh.pudong",
		nodeIdBranch: "The region's id, a hyphen, its own: sh-lujiazui",
		nodeParent: "Stands under",
		nodeName: "Name",
		nodeChange: "Rename or move",
		nodePeople: "People",
		nodeMoveHint:
			"A branch can stand under its region or a sub-branch there; what people reach changes with it, within a minute.",
	},
} as const;
