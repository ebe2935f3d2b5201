/** Below this path of every origin stands the API; the paths of `rules/routes/` begin after it. */
export const API_ROOT = "/api";
/** Where the build puts the documents of the API among the pages' files. */
export const CONTRACT_FOLDER = "/contract";
