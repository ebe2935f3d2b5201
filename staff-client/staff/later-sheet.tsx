import { lazy, Suspense, useEffect } from "react";
import { Notice, NoticeButton } from "../parts/notice.tsx";
import { Sheet } from "../parts/sheet.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";

const load = () => import("./phone-sheet.tsx");
const PhoneSheet = lazy(() =>
	load().then(
		({ PhoneSheet: found }) => ({ default: found }),
		() => ({ default: NotLoaded }),
	),
);

/** The open sheet. Sheets weigh as much as the page below them: they come after it, and are there before anybody touches it. */
export function LaterSheet({ sheet }: { readonly sheet: OpenSheet }) {
	return (
		<Suspense fallback={null}>
			<PhoneSheet sheet={sheet} />
		</Suspense>
	);
}

/** Brings the sheets once the page stands, so that the first one opens at once and also without a network. */
export function useSheetsSoon(): void {
	useEffect(() => void load().catch(() => undefined), []);
}

/** Without a network, or after an update that has taken this page's parts away. */
function NotLoaded() {
	const { onClose } = usePhone();
	const { t } = useWords();
	return (
		<Sheet title={t("noNetwork")} onClose={onClose}>
			<Notice level="over" text={t("noNetworkHint")}>
				<NoticeButton label={t("reload")} onPress={() => location.reload()} />
			</Notice>
		</Sheet>
	);
}
