import type { HomeView, Place } from "../src/edge/views";
import type { SidebarTexts } from "../src/texts/sidebar.en";
import type { Frame } from "./frame";
import type { Remote } from "./rpc";

/** What the screens share. */
export interface App {
  readonly server: Remote;
  readonly texts: SidebarTexts;
  readonly frame: Frame;
  /** The name that the person typed once; "" until then. */
  who: string;
  /** As last seen; null before the first set-up. */
  home: HomeView | null;
  /** Whose customers are looked at: null is everybody's, undefined those of the person himself. */
  owner?: string | null;
  /** Ids of the questions that the person chose to leave open, so that no proposal comes back for them. */
  readonly leftOpen: Set<string>;
}

/** Takes the person to a cell of the sheet. `key` is the customer's row key, "" for any other cell. */
export function goTo(app: App, place: Place, key = ""): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.going,
    () => server.goTo(place, key),
    () => frame.say(texts.at(place.sheet, place.a1)),
  );
}
