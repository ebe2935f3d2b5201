import "../../client-kit/tokens.css";
import "../parts/layout.css";
import "../parts/controls.css";
import "../../client-kit/strength.css";
import "./frame.css";
import { mountPage } from "../live/mount-page.tsx";
import { SignInPage } from "./sign-in-page.tsx";

mountPage(<SignInPage />, "signInTitle");
