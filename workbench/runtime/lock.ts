import type { Machine } from "./machine";
import { expose, free, type Members, read, type ServiceClass, write } from "./service";

interface LockSelf {
  readonly machine: Machine;
  readonly name: string;
}

/** Scripts here never run side by side, so who waits for another execution's lock waits in vain. */
function take({ machine, name }: LockSelf, ms: number): boolean {
  const { locks } = machine.state;
  const holder = locks.get(name);
  if (holder && holder !== machine.execution) {
    machine.host.sleep?.(ms);
    return false;
  }
  locks.set(name, machine.execution);
  return true;
}

const members: Members<LockSelf> = {
  tryLock: write<LockSelf>("n", take),
  waitLock: write<LockSelf>("n", (self, ms: number) => {
    if (!take(self, ms)) throw self.machine.error("Lock timeout: another process was holding the lock for too long.");
  }),
  hasLock: read<LockSelf>("", ({ machine, name }) => machine.state.locks.get(name) === machine.execution),
  releaseLock: write<LockSelf>("", ({ machine, name }) => {
    if (machine.state.locks.get(name) === machine.execution) machine.state.locks.delete(name);
  }),
};

const lockClass: ServiceClass<LockSelf> = { name: "LockService.Lock", area: "lock", members };

interface ServiceSelf {
  readonly machine: Machine;
}

const serviceClass: ServiceClass<ServiceSelf> = {
  name: "LockService",
  area: "lock",
  members: {
    getDocumentLock: free<ServiceSelf>("", ({ machine }) => expose(machine, lockClass, { machine, name: "document" })),
    getScriptLock: free<ServiceSelf>("", ({ machine }) => expose(machine, lockClass, { machine, name: "script" })),
    getUserLock: free<ServiceSelf>("", ({ machine }) =>
      expose(machine, lockClass, { machine, name: `user:${machine.execution.user}` }),
    ),
  },
};

export function lockService(machine: Machine): unknown {
  return expose(machine, serviceClass, { machine });
}
