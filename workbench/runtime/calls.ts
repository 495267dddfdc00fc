/** Counts what a script asks of Google, and lets a test make any of those calls go wrong. */

export interface Calls {
  /** Counted calls since the last reset. */
  readonly count: number;
  /** Their names in order, like "Range.setValues Customers!A1:B3". */
  readonly log: readonly string[];
  reset(): void;
}

/**
 * "fail": the call throws, as Google's services do, and has no effect. "stop": the script is ended there, the call has no
 * effect. A function: runs just before the call, as another person's hand or script would.
 */
export type Fault = "fail" | "stop" | (() => void);

export interface Faults {
  /** The n-th counted call from now, counted from 1. Several can be set; each happens once. */
  at(n: number, fault: Fault): void;
  clear(): void;
  /** Faults that have not happened yet. */
  readonly waiting: number;
}

export class CallCounter implements Calls, Faults {
  private names: string[] = [];
  private total = 0;
  private planned = new Map<number, Fault>();

  get count(): number {
    return this.names.length;
  }
  get log(): readonly string[] {
    return this.names;
  }
  get waiting(): number {
    return this.planned.size;
  }
  reset(): void {
    this.names = [];
  }
  at(n: number, fault: Fault): void {
    if (!(n >= 1)) throw new Error(`A fault needs a call to happen at, counted from 1, not ${n}.`);
    this.planned.set(this.total + n, fault);
  }
  clear(): void {
    this.planned.clear();
  }

  /** Notes one call and gives the fault that is to happen at it. */
  next(name: string): Fault | undefined {
    this.names.push(name);
    const fault = this.planned.get(++this.total);
    this.planned.delete(this.total);
    return fault;
  }
}
