/** Setting a branch or the bank's memory back to an earlier moment, and going on from there. */

export const RESTORE_BRANCH = { name: "restoreBranch", method: "POST", path: "/branches/:branchId/restore" } as const;
export const RENEW_EPOCH = { name: "renewEpoch", method: "POST", path: "/branches/:branchId/epoch" } as const;
export const SEND_AGAIN = { name: "sendAgain", method: "POST", path: "/memory/forwarding" } as const;
