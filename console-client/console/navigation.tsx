import { Icon } from "../../react-kit/icon.tsx";
import { addressTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useWords } from "../words/words.ts";
import { SECTIONS } from "./sections.ts";

/** Only what the person may look at. */
export function Navigation({ current }: { readonly current: string }) {
	const { t } = useWords();
	const me = useMe();
	return (
		<nav aria-label={t("navLabel")}>
			<ul>
				{SECTIONS.filter(({ needs }) => needs.some((right) => me.may(right))).map(({ id, word, icon }) => (
					<li key={id}>
						<a href={addressTo([id])} aria-current={id === current ? "page" : undefined}>
							<Icon name={icon} />
							{t(word)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
