import { Plain } from "./define";

const WAIT_MS = 10_000;

/**
 * Holds off every other script of this document until this one ends. It does not hold off people, who sort and type
 * meanwhile: rows are found by key. Google gives the lock back by itself at the end.
 */
export function lockDocument(): void {
  const lock = LockService.getDocumentLock();
  // Google gives null where a script belongs to no document; then there is nobody to hold off.
  if (lock && !lock.tryLock(WAIT_MS)) throw new Plain("busy");
}
