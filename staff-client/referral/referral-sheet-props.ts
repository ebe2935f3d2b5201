import type { SheetProps } from "../sheet/sheet-props.ts";
import type { Referrals } from "./use-referrals.ts";

/** What the sheets of referrals work with besides. */
export type ReferralSheetProps = SheetProps & { readonly referrals: Referrals };
