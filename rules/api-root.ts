/** Below this path of every origin stands the API; the paths of `rules/routes/` begin after it. */
export const API_ROOT = "/api";
