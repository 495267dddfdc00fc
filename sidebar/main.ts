import { openSidebar } from "./open";
import { connect } from "./rpc";

// The edge writes the person's language into <html lang> before it hands the page over.
openSidebar(document.body, connect(), document.documentElement.lang);
