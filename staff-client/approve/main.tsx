import "../../client-kit/tokens.css";
import "../../client-kit/page/cover-page.css";
import "../parts/layout.css";
import "../parts/controls.css";
import "../sign-in/frame.css";
import "./approve.css";
import { mountPage } from "../live/mount-page.tsx";
import { ApprovePage } from "./approve-page.tsx";

mountPage(<ApprovePage />, "approveTitle");
