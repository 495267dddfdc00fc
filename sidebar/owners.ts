import type { HomeView } from "../src/edge/views";
import type { App } from "./app";
import { setChoices } from "./parts";

type Owner = HomeView["owners"][number];

/** The owner that the person is; undefined where he is none of them, or has not said. */
export const ownSelf = ({ owners, me }: HomeView): Owner | undefined =>
  owners.find(({ owner }) => owner !== "" && owner === me);

/** Whose customers are looked at; undefined for everybody's. */
export const chosenOwner = (app: App, view: HomeView): Owner | undefined =>
  app.owner === undefined ? ownSelf(view) : view.owners.find(({ owner }) => owner === app.owner);

/** Fills a drop-down with the person himself, everybody, the other owners and nobody, in this order. */
export function offerOwners(
  app: App,
  view: HomeView,
  chooser: HTMLSelectElement,
  label: (name: string, owners: readonly Owner[]) => string,
): void {
  const words = app.texts.today;
  const { owners } = view;
  const own = ownSelf(view);
  const choice = (one: Owner, name: string) => ({ value: String(owners.indexOf(one)), label: label(name, [one]) });
  const chosen = chosenOwner(app, view);
  setChoices(
    chooser,
    [
      ...(own ? [choice(own, words.me(own.owner))] : []),
      { value: "", label: label(words.everybody, owners) },
      ...owners.filter((one) => one !== own && one.owner !== "").map((one) => choice(one, one.owner)),
      ...owners.filter(({ owner }) => owner === "").map((one) => choice(one, words.noOwner)),
    ],
    chosen ? String(owners.indexOf(chosen)) : "",
  );
}

/** Takes what was chosen there, for every screen that asks whose customers are looked at. */
export function chooseOwner(app: App, { owners }: HomeView, value: string): void {
  app.owner = value === "" ? null : owners[Number(value)]!.owner;
}
