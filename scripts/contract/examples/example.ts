export type Example = { readonly summary: string; readonly value: unknown };
/** Of one endpoint, by name. */
export type Examples = {
	readonly body?: Readonly<Record<string, Example>>;
	readonly answer?: Readonly<Record<string, Example>>;
};
