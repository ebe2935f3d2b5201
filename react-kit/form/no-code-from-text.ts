/** Pages run no code made from texts. Told so before the contract is loaded, zod does not try, and no violation is reported. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
