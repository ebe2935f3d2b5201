import { bothWords } from "../../client-kit/language/i18n.ts";
import type { Bilingual } from "../../schema/ids.ts";

/** Nobody's language can be asked of a new screen: both stand on it together. */
export const catalogue = {
	zh: {
		titleDisplay: "配对这块叫号大屏",
		titleKiosk: "配对这台取号机",
		titlePad: "配对这台窗口屏",
		revoked: "这台设备已被停用，须重新配对才能使用",
		code: "配对码",
		stepAsk: "请大堂经理用手机扫二维码，或在手机页面“更多 → 添加设备”里输入配对码",
		stepDecide: "核对配对码，选择用途，点“批准配对”",
		stepOpen: "这里会自动打开",
		timeLeft: "{{time}} 后自动换新码",
		cut: "网络中断，正在恢复，配对码仍然有效",
		starting: "正在获取配对码",
		waitingTitle: "暂时连不上，正在重试",
		busyTitle: "同时配对的设备太多，正在排队",
		deniedTitle: "配对请求被拒绝",
		deniedText: "请联系大堂经理。一分钟后显示新的配对码",
		pairedTitle: "配对成功",
		pairedText: "{{name}}，正在打开",
		insecureTitle: "这个地址不安全，无法配对",
		insecureText: "请用 https 开头的地址打开本页",
		forgetfulTitle: "这个浏览器不能保存密钥",
		forgetfulText: "请关闭无痕模式，或换一个浏览器",
		qrLabel: "在手机上打开配对页面的二维码",
		other: "这台设备是",
		display: "叫号大屏",
		kiosk: "取号机",
		pad: "窗口屏",
		startPage: "打开首页",
	},
	en: {
		titleDisplay: "Pair this lobby screen",
		titleKiosk: "Pair this kiosk",
		titlePad: "Pair this counter pad",
		revoked: "This device was revoked: pair it again to use it",
		code: "Pairing code",
		stepAsk: "The lobby manager scans the QR code, or types the code on the phone page: More, Add a device",
		stepDecide: "Compares the code, chooses the purpose and approves",
		stepOpen: "This page then continues by itself",
		timeLeft: "A new code follows in {{time}}",
		cut: "Connection lost, reconnecting; the code is still valid",
		starting: "Getting a pairing code",
		waitingTitle: "No connection for the moment, trying again",
		busyTitle: "Too many devices are being paired: waiting in line",
		deniedTitle: "The request was refused",
		deniedText: "Please ask the lobby manager. A new code follows in a minute",
		pairedTitle: "Paired",
		pairedText: "{{name}}, opening now",
		insecureTitle: "This address is not secure: pairing is not possible",
		insecureText: "Open this page at an address that begins with https",
		forgetfulTitle: "This browser cannot keep a key",
		forgetfulText: "Leave private browsing, or use another browser",
		qrLabel: "QR code that opens the pairing page on a phone",
		other: "This device is a",
		display: "Lobby screen",
		kiosk: "Kiosk",
		pad: "Counter pad",
		startPage: "Open the start page",
	},
} as const;

export type Word = keyof (typeof catalogue)["zh"];

const words = bothWords(catalogue);

/** A text of this page in both languages. */
export function inBoth(word: Word, params?: Readonly<Record<string, string>>): Bilingual {
	// Which parameters belong to which word is checked where the word is written; here it is only passed on.
	const fill = words.tIn as (locale: "zh" | "en", word: Word, params?: object) => string;
	return { zh: fill("zh", word, params), en: fill("en", word, params) };
}
