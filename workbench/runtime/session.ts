import type { Machine } from "./machine";
import { expose, free, read, type ServiceClass } from "./service";

interface SessionSelf {
  readonly machine: Machine;
}

const userClass: ServiceClass<SessionSelf> = {
  name: "Session.User",
  area: "identity",
  members: { getEmail: read<SessionSelf>("", ({ machine }) => machine.execution.user) },
};

const user = free<SessionSelf>("", ({ machine }) => expose(machine, userClass, { machine }));

const sessionClass: ServiceClass<SessionSelf> = {
  name: "Session",
  area: "nothing",
  members: {
    getActiveUser: user,
    getEffectiveUser: user,
    getActiveUserLocale: free<SessionSelf>("", ({ machine }) => machine.host.locale),
    getScriptTimeZone: free<SessionSelf>("", ({ machine }) => machine.host.scriptTimeZone),
  },
};

export function session(machine: Machine): unknown {
  return expose(machine, sessionClass, { machine });
}
