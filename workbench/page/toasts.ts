/** Short messages at the foot of the page, as Google's Spreadsheet.toast and the engine's own notices. */
export function showToast(message: string, title: string, seconds: number, close: string): void {
  const note = document.createElement("div");
  note.className = "toast-note";
  const text = document.createElement("div");
  if (title !== "") {
    const heading = document.createElement("b");
    heading.textContent = title;
    text.append(heading);
  }
  text.append(message);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", close);
  button.addEventListener("click", () => note.remove());
  note.append(text, button);
  document.getElementById("toasts")!.append(note);
  // Google leaves a toast with a negative time until it is closed.
  if (seconds >= 0) setTimeout(() => note.remove(), seconds * 1000);
}
