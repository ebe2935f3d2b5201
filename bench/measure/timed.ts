/** Runs something and says how long it took, on the wall and of workerd's processor (null where that cannot be read). */
export async function timed(
	cpu: () => number | null,
	act: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly cpuMs: number | null }> {
	const [startedAt, cpuBefore] = [performance.now(), cpu()];
	await act();
	const [ms, cpuAfter] = [performance.now() - startedAt, cpu()];
	return { ms, cpuMs: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore };
}
