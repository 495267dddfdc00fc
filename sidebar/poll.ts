/** How long it rests between two looks, in milliseconds. */
const REST = 2_000;

/**
 * Looks again and again for as long as the node stands on the page and the page can be seen: a rest after each answer,
 * so that a slow one is never overtaken. The one place that keeps time.
 */
export function poll(node: Node, look: () => Promise<void>): void {
  let timer: number | undefined;
  let looking = false;
  const rest = (): void => {
    window.clearTimeout(timer);
    if (!document.hidden) timer = window.setTimeout(() => void again(), REST);
  };
  const again = async (): Promise<void> => {
    if (!node.isConnected) document.removeEventListener("visibilitychange", seen);
    else if (!document.hidden && !looking) {
      looking = true;
      // Unasked for, so it fails without a word: the next look may do better.
      await look().catch(() => {});
      looking = false;
      rest();
    }
  };
  const seen = (): void => {
    window.clearTimeout(timer);
    void again();
  };
  document.addEventListener("visibilitychange", seen);
  rest();
}
