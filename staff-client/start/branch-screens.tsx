import { Icon } from "../../react-kit/icon.tsx";
import type { DemoInfo } from "../../schema/people/demo.ts";
import { useWords } from "../words/words.ts";
import { hallScreens, type ScreenLink, staffScreens } from "./screen-links.ts";
import { ScreenRow } from "./screen-row.tsx";

const PURPOSE = {
	living: { icon: "person", purpose: "startLiving", hint: "startTryFirst" },
	quiet: { icon: "hand", purpose: "startQuiet", hint: "startTryQuiet" },
	closed: { icon: "lock", purpose: "startClosed", hint: "startTryClosed" },
} as const;

/** One demo branch: what it is for, what to try first, and all its screens. */
export function BranchScreens({ branch }: { readonly branch: DemoInfo["branches"][number] }) {
	const { t, name } = useWords();
	const { icon, purpose, hint } = PURPOSE[branch.demo];
	return (
		<section className="card stack">
			<h2 className="large">{name(branch.name)}</h2>
			<p className="line link">
				<Icon name={icon} />
				{t(purpose)}
			</p>
			<p className="soft">{t(hint)}</p>
			<Group title={t("groupHall")} screens={hallScreens(branch.branchId)} />
			<Group title={t("groupStaff")} screens={staffScreens(branch.branchId)} />
		</section>
	);
}

function Group({ title, screens }: { readonly title: string; readonly screens: readonly ScreenLink[] }) {
	const { t } = useWords();
	return (
		<>
			<h3>{title}</h3>
			<ul className="rows">
				{screens.map((screen) => (
					<ScreenRow key={screen.name} name={t(screen.name)} text={t(screen.text)} address={screen.address} languages />
				))}
			</ul>
		</>
	);
}
