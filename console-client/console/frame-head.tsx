import { Button } from "antd";
import { useSyncExternalStore } from "react";
import { onThemeChange, switchTheme, theme } from "../../client-kit/page/theme.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { nodeOf } from "../../rules/place.ts";
import { SIGN_OUT } from "../../rules/routes/session.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { useChange } from "../data/use-change.ts";
import { leave } from "../frame/leave.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { switchLanguage, useWords } from "../words/words.ts";

/** Who I am, language, light or dark, and the way out. */
export function FrameHead() {
	const { t } = useWords();
	const signOut = useChange(SIGN_OUT, []);
	return (
		<header className="frame-head">
			<p className="brand">
				<strong>{t("product")}</strong> {t("consoleTitle")}
			</p>
			<WhoAmI />
			<LookButtons />
			<Button
				type="text"
				loading={signOut.isPending}
				onClick={() => signOut.mutate({ input: {} }, { onSuccess: leave })}
			>
				{t("signOut")}
			</Button>
			{signOut.error !== null && (
				<div className="head-problem">
					<ProblemNotice refusal={signOut.error} />
				</div>
			)}
		</header>
	);
}

function WhoAmI() {
	const { t, name } = useWords();
	const { holder, actors } = useMe().session;
	const nodeName = useNodeName();
	const first = actors[0];
	const role = first?.kind === "staff" ? name(ROLE_NAMES[first.role]) : "";
	return (
		<p className="who">
			<strong>{holder.kind === "staff" ? name(holder.name) : holder.name}</strong>
			<span>
				{first && `${role} · ${nodeName(nodeOf(first.place))}`}
				{actors.length > 1 && ` ${t("andOthers", { count: actors.length })}`}
			</span>
		</p>
	);
}

export function LookButtons() {
	const { t } = useWords();
	const shade = useSyncExternalStore(onThemeChange, theme);
	const other = shade === "dark" ? t("themeToLight") : t("themeToDark");
	return (
		<>
			<Button type="text" aria-label={t("languageLabel")} onClick={switchLanguage}>
				{t("language")}
			</Button>
			<Button
				type="text"
				aria-label={other}
				title={other}
				icon={<Icon name={shade === "dark" ? "sun" : "moon"} />}
				onClick={switchTheme}
			/>
		</>
	);
}
