import "../../client-kit/tokens.css";
import "../../client-kit/strength.css";
import "../parts/page.css";
import "../parts/form.css";
import "./frame.css";
import "./sign-in.css";
import { mountPage } from "../live/mount-page.tsx";
import { SignInPage } from "./sign-in-page.tsx";

mountPage(<SignInPage />, "signInTitle");
