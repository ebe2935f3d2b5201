import "../../client-kit/tokens.css";
import "../parts/page.css";
import "./approve.css";
import { mountPage } from "../live/mount-page.tsx";
import { ApprovePage } from "./approve-page.tsx";

mountPage(<ApprovePage />, "approveTitle");
