/** The demo's own door. */

export const DEMO = { name: "demo", method: "GET", path: "/demo" } as const;
export const DEMO_TOKEN = { name: "demoToken", method: "POST", path: "/demo/tokens" } as const;
export const SET_CLOCK = { name: "setClock", method: "PUT", path: "/branches/:branchId/clock" } as const;
