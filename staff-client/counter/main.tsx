import "../../client-kit/tokens.css";
import "../parts/page.css";
import "./counter.css";
import { mountPage } from "../live/mount-page.tsx";
import { CounterPage } from "./counter-page.tsx";

mountPage(<CounterPage />, "counterTitle");
