import type { CustomerRow, HomeView, Press } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element, fill } from "../element";
import { chooseOwner, chosenOwner, offerOwners, ownSelf } from "../owners";
import { button, checkedField, customerButton, dot, field, limited, PAGE, select } from "../parts";
import { showHome } from "./home";
import { rowButton } from "./preview";
import { named } from "./who";

export interface Today {
  readonly node: HTMLElement;
  /** Brings all up to date; cards that are the same stay, with the focus and what was typed in them. */
  show(view: HomeView): void;
}

/** Days after which a customer who is put off is looked at again; the middle one stands in the field. */
const LATER = [3, 7, 30];

const daysAfter = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

/**
 * Whom to write to today and whom to wake, of one owner or of all, with the buttons that log it.
 *
 * @param answered is handed the home as it is after each press
 */
export function today(app: App, first: HomeView, answered: (view: HomeView) => void): Today {
  const { frame, server, texts } = app;
  const words = texts.today;
  let view = first;
  /** Keys of customers whose press has not been answered. */
  const underWay = new Set<string>();

  const log = (row: CustomerRow, press: Press, node: HTMLElement, trouble: HTMLElement): void => {
    const call = () => server.log(row.key, press);
    const label = words.logging(words.press[press.kind], row.company);
    if (app.who === "") {
      named(
        app,
        () => showHome(app, view),
        () => void frame.work(label, call, (now) => showHome(app, now)),
      );
      return;
    }
    underWay.add(row.key);
    trouble.textContent = "";
    // The buttons are about to be held. Not on to another one: an Enter held a moment too long would log the next customer.
    if (node.contains(document.activeElement)) node.focus();
    holdAll(node, true);
    frame.queue(label, call).then(
      (now) => {
        underWay.delete(row.key);
        // Where he stays as he was, his card must be free again and its form closed.
        for (const list of [due, wake]) list.forget(row.key);
        answered(now);
      },
      (error) => {
        underWay.delete(row.key);
        holdAll(node, false);
        const reason = frame.reason(error);
        if (node.isConnected) trouble.textContent = reason;
        else frame.complain(texts.byHand.classOf(row.company, reason));
      },
    );
  };

  const card = (row: CustomerRow): HTMLLIElement => {
    const trouble = element("p", { class: "error", role: "alert" });
    const put = (kind: Press["kind"], next = "") => log(row, { kind, next, company: row.company }, made, trouble);
    const press = (kind: Press["kind"], pressed = () => put(kind)) =>
      customerButton(app, words.press[kind], row.company, pressed);
    const form = element("div", { class: "later" });
    const later: HTMLButtonElement = press("later", () => {
      const open = form.childElementCount === 0;
      later.setAttribute("aria-expanded", String(open));
      fill(form, open ? postponing(view.day, row, (next) => put("later", next)) : []);
      form.querySelector("input")?.focus();
    });
    later.setAttribute("aria-expanded", "false");
    const made: HTMLLIElement = element(
      "li",
      { tabindex: -1 },
      element(
        "div",
        { class: "company" },
        element("span", {}, row.company),
        row.tierLabel !== "" && element("span", { class: "tier" }, row.tierLabel),
      ),
      element(
        "div",
        { class: "standing" },
        dot(row.level),
        element("strong", {}, row.levelLabel),
        row.over !== null && element("span", {}, words.when(row.over)),
        rowButton(app, row.company, () => goTo(app, row.place, row.key)),
      ),
      row.next !== "" && element("p", {}, row.next),
      row.why !== "" && element("p", { class: "why" }, row.why),
      element(
        "div",
        { class: "presses" },
        press("contacted"),
        press("replied"),
        // A complaint and a reply owed come before any other day: putting them off would change nothing.
        row.group !== "complaint" && row.group !== "reply" && later,
      ),
      form,
      trouble,
    );
    if (underWay.has(row.key)) holdAll(made, true);
    return made;
  };

  const postponing = (now: string, row: CustomerRow, put: (next: string) => void): readonly Child[] => {
    const until = checkedField(words.until, daysAfter(now, LATER[1]!), { type: "date", min: daysAfter(now, 1) });
    return [
      until.node,
      element(
        "div",
        { class: "presses" },
        ...LATER.map((n) =>
          button(words.inDays(n), () => {
            until.input.value = daysAfter(now, n);
            until.complain("");
          }),
        ),
      ),
      customerButton(app, words.putOff, row.company, () => {
        const next = until.input.value;
        const good = next > now;
        until.complain(good ? "" : words.badDay);
        if (good) put(next);
        else until.input.focus();
      }),
    ];
  };

  const takeBack = (id: string, pressed: HTMLButtonElement): void => {
    pressed.disabled = true;
    frame
      .queue(texts.undoing, () => server.unlog(id))
      .then(
        (now) => {
          answered(now);
          if (document.activeElement === document.body) lead.focus();
        },
        (error) => {
          pressed.disabled = false;
          frame.fail(error);
        },
      );
  };

  const setMe = (owner: string): void => {
    void frame.work(
      texts.saving,
      () => server.setMe(owner),
      () => {
        app.owner = undefined;
        answered({ ...view, me: owner });
        lead.focus();
      },
    );
  };

  const asking = element("div");
  const chooser = select([], "", (value) => {
    chooseOwner(app, view, value);
    draw();
  });
  const owner = field(words.owner, chooser);
  const itsMe = button(words.itsMe, () => setMe(app.owner!), "link");
  const lead = element("p", { class: "lead", tabindex: -1 });
  const none = element("p", { class: "hint" });
  const due = cards(app, card, lead);
  const silent = element("summary");
  const cut = element("div");
  const wake = cards(app, card, silent);
  const waking = element("details", {}, silent, cut, wake.node);
  // In sight beside the cards however far they are scrolled; the run's undo stands at the foot.
  const logged = element("p", { class: "logged", role: "status" });
  let said: string | undefined;

  const draw = (): void => {
    const { owners, me } = view;
    const people = owners.filter(({ owner }) => owner !== "");
    const chosen = chosenOwner(app, view);
    const all = chosen ? [chosen] : owners;
    const his = (row: CustomerRow): boolean => !chosen || row.owner === chosen.owner;
    const sum = (of: "count" | "due" | "wake"): number => all.reduce((total, one) => total + one[of], 0);
    const listed = view.today.filter(his);
    const asleep = view.wake.filter(his);
    const left = sum("due") - listed.length;

    fill(asking, [
      me === null &&
        people.length > 1 &&
        element(
          "section",
          { class: "question" },
          element("h2", {}, words.whoAreYou),
          element(
            "div",
            { class: "presses" },
            ...people.map(({ owner }) => button(owner, () => setMe(owner))),
            button(words.noneOfThem, () => setMe("")),
          ),
        ),
    ]);
    offerOwners(app, view, chooser, (name, some) => {
      const total = (of: "due" | "count"): number => some.reduce((sum, one) => sum + one[of], 0);
      return words.someone(name, total("due"), total("count"));
    });
    owner.hidden = people.length === 0;
    itsMe.hidden = me === null || !chosen || chosen.owner === "" || chosen === ownSelf(view);
    lead.textContent = words.count(listed.length, sum("due"), sum("wake"));
    none.textContent = [
      sum("count") === 0
        ? words.empty
        : sum("due") === 0
          ? words.nobody
          : left > 0
            ? words.moreDue(left, view.limit)
            : "",
      people.length === 0 && owners.length > 0 ? words.noOwners : "",
    ].join(" ");
    due.show(listed);
    silent.textContent = words.wake(sum("wake"));
    waking.hidden = sum("wake") === 0;
    fill(cut, [asleep.length < sum("wake") && limited(app, asleep.length, sum("wake"))]);
    wake.show(asleep);

    const last = view.logged;
    // Said once, however often the list is drawn.
    if (last?.id === said) return;
    said = last?.id;
    fill(logged, []);
    if (last) {
      const undo: HTMLButtonElement = customerButton(
        app,
        words.undo,
        last.company,
        () => takeBack(last.id, undo),
        "link",
      );
      const stays = view.today.some(({ group, company }) => group === "complaint" && company === last.company);
      const sentence = words.logged(words.press[last.kind], last.company, last.rows);
      fill(logged, [element("span", {}, sentence, ...(stays ? [" ", element("br"), words.complains] : [])), " ", undo]);
    }
  };
  draw();

  return {
    node: element("section", {}, asking, owner, itsMe, lead, none, logged, due.node, waking),
    show(now) {
      view = now;
      draw();
    },
  };
}

function holdAll(node: HTMLElement, held: boolean): void {
  for (const control of node.querySelectorAll<HTMLButtonElement | HTMLInputElement>("button, input"))
    control.disabled = held;
  node.classList.toggle("busy", held);
  if (held) node.setAttribute("aria-busy", "true");
  else node.removeAttribute("aria-busy");
}

interface Cards {
  readonly node: HTMLElement;
  show(rows: readonly CustomerRow[]): void;
  /** His card is made anew the next time. */
  forget(key: string): void;
}

/**
 * Cards of customers, a page at first, that are brought up to date one by one: who is in the midst of them loses neither
 * the focus nor a form that he opened. `before` takes the focus when no card is left.
 */
function cards(app: App, card: (row: CustomerRow) => HTMLLIElement, before: HTMLElement): Cards {
  const made = element("ul", { class: "cards" });
  const holder = element("div", {}, made);
  const known = new Map<string, { readonly was: string; readonly node: HTMLLIElement }>();
  let rows: readonly CustomerRow[] = [];
  let shown = PAGE;

  const nodeOf = (row: CustomerRow): HTMLLIElement => {
    const was = JSON.stringify(row);
    const old = known.get(row.key);
    if (old?.was === was) return old.node;
    const node = card(row);
    known.set(row.key, { was, node });
    return node;
  };
  const draw = (): void => {
    const old = [...made.children];
    const at = old.findIndex((one) => one.contains(document.activeElement));
    const key = [...known].find(([, { node }]) => node === old[at])?.[0];
    const nodes = rows.slice(0, shown).map(nodeOf);
    // What goes, goes first: a node that is moved would lose the focus.
    for (const one of old) if (!nodes.includes(one as HTMLLIElement)) one.remove();
    nodes.forEach((node, i) => {
      if (made.children[i] !== node) made.insertBefore(node, made.children[i] ?? null);
    });
    if (at >= 0 && !made.contains(document.activeElement)) {
      const same = nodes.find((node) => node === known.get(key!)?.node);
      (same ?? nodes[Math.min(at, nodes.length - 1)] ?? before).focus();
    }
    const left = rows.length - nodes.length;
    more.textContent = app.texts.more(Math.min(PAGE, left));
    if (left > 0) holder.append(more);
    else more.remove();
  };
  const more = button("", () => {
    const next = made.children.length;
    shown += PAGE;
    draw();
    (made.children[next] as HTMLElement).focus();
  });
  return {
    node: holder,
    show(now) {
      rows = now;
      draw();
    },
    forget: (key) => known.delete(key),
  };
}
