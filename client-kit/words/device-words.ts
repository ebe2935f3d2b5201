import type { DevicePurpose } from "../../schema/actor.ts";

/** Words of devices, and of letting a new one in. */
export const deviceWords = {
	zh: {
		pairingApprove: "批准配对",
		purpose: "用途",
		purposeDisplay: "叫号大屏",
		purposeKiosk: "取号机",
		purposeCounterPad: "窗口屏",
		pairingCode: "屏幕上的配对码",
		pairingLook: "查看设备",
		pairingDeny: "拒绝",
		pairingLabel: "浏览器与系统",
		pairingAskedAt: "请求时间",
		pairingNetwork: "网络地址",
		pairingSameNetwork: "与您在同一网络",
		pairingOtherNetwork: "与您不在同一网络，请确认设备就在厅内",
	},
	en: {
		pairingApprove: "Approve",
		purpose: "Purpose",
		purposeDisplay: "Lobby screen",
		purposeKiosk: "Kiosk",
		purposeCounterPad: "Counter pad",
		pairingCode: "Pairing code on its screen",
		pairingLook: "Check the device",
		pairingDeny: "Refuse",
		pairingLabel: "Browser and system",
		pairingAskedAt: "Requested at",
		pairingNetwork: "Network address",
		pairingSameNetwork: "On the same network as you",
		pairingOtherNetwork: "Not on your network: make sure it is in the hall",
	},
} as const;

export const PURPOSE_WORD = {
	display: "purposeDisplay",
	kiosk: "purposeKiosk",
	"counter-pad": "purposeCounterPad",
} as const satisfies Record<DevicePurpose, keyof (typeof deviceWords)["zh"]>;

export const PURPOSES = Object.keys(PURPOSE_WORD) as readonly DevicePurpose[];
