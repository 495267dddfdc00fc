export type Child = Node | string | null | undefined | false;
/** true sets an empty attribute, false and undefined set none; a function listens to the event of that name ("click"). */
type Attribute = string | number | boolean | undefined | ((event: Event) => void);

/**
 * An element with its attributes, listeners and children. Texts become text nodes only: what a customer cell holds can
 * never turn into markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, String(value));
  }
  fill(made, children);
  return made;
}

/** Puts these children in the place of what the element held. */
export function fill(parent: Element, children: readonly Child[]): void {
  parent.textContent = "";
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) parent.append(child);
  }
}

let made = 0;
/** A name that no other element of the page has, to tie a label or an error to its field. */
export const newId = (): string => "e" + ++made;
