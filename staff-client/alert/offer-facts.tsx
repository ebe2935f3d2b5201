import type { StaffAlert } from "../../schema/hall/view.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** Who was passed over at once, or did not come, and why. */
export function OfferFacts({ alert, hall }: { readonly alert: StaffAlert; readonly hall: Hall }) {
	const words = useWords();
	const { t } = words;
	return (alert.tried ?? []).map(({ staffId, why }) => (
		<small key={staffId}> {t("offerTried", { name: staffName(hall, staffId, words), why: t(`tried-${why}`) })}</small>
	));
}
