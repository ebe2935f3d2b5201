import { useSyncExternalStore } from "react";
import { onThemeChange, type Theme, theme } from "../../client-kit/page/theme.ts";

/** Light or dark; the component is drawn again when that changes. */
export function useTheme(): Theme {
	return useSyncExternalStore(onThemeChange, theme);
}
