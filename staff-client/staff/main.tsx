import "../../client-kit/tokens.css";
import "../../client-kit/page/cover-page.css";
import "../parts/layout.css";
import "../parts/controls.css";
import "../sign-in/frame.css";
import "./phone.css";
import { mountPage } from "../live/mount-page.tsx";
import { PhonePage } from "./phone-page.tsx";

mountPage(<PhonePage />, "phoneTitle");
