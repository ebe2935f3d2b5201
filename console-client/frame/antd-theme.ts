import { theme as antd, type ThemeConfig } from "antd";
import type { Theme } from "../../client-kit/page/theme.ts";

/** antd's seed colours, read from the tokens that all clients share; the document carries the shade already. */
export function antdTheme(shade: Theme): ThemeConfig {
	const style = getComputedStyle(document.documentElement);
	const token = (name: string) => style.getPropertyValue(name).trim();
	const accent = token("--accent");
	return {
		algorithm: shade === "dark" ? antd.darkAlgorithm : antd.defaultAlgorithm,
		hashed: false,
		token: {
			colorPrimary: accent,
			colorLink: accent,
			colorInfo: accent,
			colorSuccess: token("--good"),
			colorWarning: token("--near"),
			colorError: token("--over"),
			colorTextBase: token("--ink"),
			colorBgBase: token("--surface"),
			colorBgLayout: token("--paper"),
			colorTextLightSolid: token("--on-accent"),
			colorBorder: token("--line"),
			colorBorderSecondary: token("--line"),
			// antd's own greys are too pale for text that must be read.
			colorTextDescription: token("--ink-soft"),
			colorTextPlaceholder: token("--ink-soft"),
			colorBgContainer: token("--surface"),
			colorBgElevated: token("--surface"),
			colorSuccessBg: token("--good-tint"),
			colorWarningBg: token("--near-tint"),
			colorErrorBg: token("--over-tint"),
			colorInfoBg: token("--accent-tint"),
			fontFamily: token("--font"),
			fontSize: 14,
			borderRadius: 6,
			motionDurationMid: "0.16s",
			motionDurationSlow: "0.16s",
		},
		components: { Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" } },
	};
}
