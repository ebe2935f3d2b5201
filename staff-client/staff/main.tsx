import "../../client-kit/tokens.css";
import "../parts/page.css";
import "../parts/form.css";
import "./phone.css";
import { mountPage } from "../live/mount-page.tsx";
import { PhonePage } from "./phone-page.tsx";

mountPage(<PhonePage />, "phoneTitle");
