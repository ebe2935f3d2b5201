import "./console.css";
import "../../react-kit/form/no-code-from-text.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "../../react-kit/data/queries.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { Looks } from "../frame/looks.tsx";
import { ConsolePage } from "./console-page.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no element with id root");
// A refusal is shown by the frame; only what nobody foresaw belongs in the console of the browser.
const onCaughtError = (error: unknown) => error instanceof Refusal || console.error(error);
createRoot(root, { onCaughtError }).render(
	<StrictMode>
		<QueryClientProvider client={queries}>
			<Looks>
				<ConsolePage />
			</Looks>
		</QueryClientProvider>
	</StrictMode>,
);
