import "../../client-kit/tokens.css";
import "../parts/layout.css";
import "../parts/controls.css";
import "./start.css";
import { mountPage } from "../live/mount-page.tsx";
import { StartPage } from "./start-page.tsx";

mountPage(<StartPage />, "product");
