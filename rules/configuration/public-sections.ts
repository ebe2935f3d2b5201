/** Published sections that screens and kiosks show: their versions stand in what these are told. */
export const PUBLIC_SECTIONS = ["notices", "prompts"] as const;

/** Whether customers see what is published under this name. */
export function isPublicSection(section: string): boolean {
	return PUBLIC_SECTIONS.some((each) => each === section);
}
