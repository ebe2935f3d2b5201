import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from "react";
import { onThemeChange, printLight, theme } from "../../client-kit/page/theme.ts";
import { Icon, NamedIcon } from "../../react-kit/icon.tsx";
import { useWords } from "../words/words.ts";
import { adoptStyles } from "./adopted-styles.ts";
import { antdTheme } from "./antd-theme.ts";

adoptStyles();
printLight();

/** antd in the bank's own colours and the person's language; the window title follows. */
export function Looks({ children }: { readonly children: ReactNode }) {
	const { t, locale } = useWords();
	const shade = useSyncExternalStore(onThemeChange, theme);
	const looks = useMemo(() => antdTheme(shade), [shade]);
	const title = `${t("consoleTitle")} · ${t("product")}`;
	useEffect(() => {
		document.title = title;
	}, [title]);
	return (
		<ConfigProvider
			locale={locale === "zh" ? zhCN : enUS}
			theme={looks}
			button={{ autoInsertSpace: false }}
			select={{ suffixIcon: <Icon name="down" /> }}
			tabs={{ moreIcon: <NamedIcon name="down" label={t("loadMore")} /> }}
			inputSearch={{ searchIcon: <NamedIcon name="search" label={t("search")} /> }}
		>
			{children}
		</ConfigProvider>
	);
}
