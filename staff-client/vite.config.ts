import { clientConfig } from "../scripts/client-config.ts";

export default clientConfig({
	client: "staff-client",
	pages: [".", "staff", "counter", "approve", "sign-in"],
	jsx: "react",
});
