import type { ReactNode } from "react";
import type { SectionAt } from "../../../schema/endpoint/configuration-endpoints.ts";

/** What draws a section's value while somebody changes it; `children` are what every draft asks for besides. */
export type EditorBodyProps = {
	readonly at: SectionAt;
	readonly value: unknown;
	readonly onChange: (value: unknown) => void;
	readonly onSubmit: () => void;
	readonly children: ReactNode;
};

/** The fields that a level above keeps this place from setting. */
export function lockedIn({ fields }: SectionAt): ReadonlySet<string> {
	return new Set(fields.flatMap(({ field, lockedBy }) => (lockedBy === null ? [] : [field])));
}
