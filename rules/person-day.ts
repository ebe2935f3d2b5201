/** Mean of the services one person has done today, rounded to the millisecond; null before the first. */
export function meanServiceMs({
	services,
	serviceMs,
}: {
	readonly services: number;
	readonly serviceMs: number;
}): number | null {
	return services === 0 ? null : Math.round(serviceMs / services);
}
