import { lazy, Suspense, useEffect, useState } from "react";
import { Notice, NoticeButton } from "../parts/notice.tsx";
import { Sheet } from "../parts/sheet.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";

type Sheets = typeof import("./phone-sheet.tsx");
let sheets: Sheets | null = null;
const load = async (): Promise<Sheets> => {
	sheets = await import("./phone-sheet.tsx");
	return sheets;
};
const Later = lazy(() =>
	load().then(
		({ PhoneSheet }) => ({ default: PhoneSheet }),
		() => ({ default: NotLoaded }),
	),
);

/** The open sheet. Sheets weigh as much as the page below them: they come after it, and are there before anybody touches it. */
export function LaterSheet({ sheet }: { readonly sheet: OpenSheet }) {
	// Not another one while it is open: what is typed in it would go.
	const [Shown] = useState(() => sheets?.PhoneSheet ?? Later);
	return (
		<Suspense fallback={null}>
			<Shown sheet={sheet} />
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
