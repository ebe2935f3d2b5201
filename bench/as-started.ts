/** `node as-started.ts FOLDER`: the server of `npm start` without its demo, in a process of its own; sends its parent the address. */
import { startLocalServer } from "../scripts/serve/local-server.ts";
import { SERVED_VARS } from "./hall/served-vars.ts";

const [persist = ""] = process.argv.slice(2);
const server = await startLocalServer({ persist, vars: SERVED_VARS, front: { host: "127.0.0.1", port: 0 } });
process.removeAllListeners("SIGTERM");
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
process.send?.(server.directUrl);
