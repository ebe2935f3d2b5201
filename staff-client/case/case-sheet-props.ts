import type { SheetProps } from "../sheet/sheet-props.ts";
import type { Cases } from "./use-cases.ts";

/** What the sheets of cases work with besides. */
export type CaseSheetProps = SheetProps & { readonly cases: Cases };
