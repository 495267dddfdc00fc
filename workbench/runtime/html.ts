import type { Machine } from "./machine";
import { behind, expose, free, googleEnum, SELF, type ServiceClass } from "./service";

interface OutputSelf {
  content: string;
  title: string;
}

const ignored = (takes: string) => free<OutputSelf>(takes, () => SELF);

const outputClass: ServiceClass<OutputSelf> = {
  name: "HtmlService.HtmlOutput",
  area: "nothing",
  members: {
    getContent: free<OutputSelf>("", (output) => output.content),
    setContent: free<OutputSelf>("s", (output, content: string) => {
      output.content = content;
      return SELF;
    }),
    append: free<OutputSelf>("s", (output, content: string) => {
      output.content += content;
      return SELF;
    }),
    getTitle: free<OutputSelf>("", (output) => output.title),
    setTitle: free<OutputSelf>("s", (output, title: string) => {
      output.title = title;
      return SELF;
    }),
    // A sidebar is 300 pixels wide whatever is asked for.
    setWidth: ignored("n"),
    setHeight: ignored("n"),
    setSandboxMode: ignored("o"),
    setXFrameOptionsMode: ignored("o"),
  },
};

function output(machine: Machine, content: string): unknown {
  return expose(machine, outputClass, { content, title: "" });
}

/** Content and title of a script's HtmlOutput, or of a plain text; throws for anything else. */
export function htmlBehind(machine: Machine, object: unknown): { readonly content: string; readonly title: string } {
  if (typeof object === "string") return { content: object, title: "" };
  const found = behind(object, outputClass);
  if (!found) throw machine.error("The parameters ((class)) don't match: an HtmlOutput is needed.");
  return found;
}

interface ServiceSelf {
  readonly machine: Machine;
}

const serviceClass: ServiceClass<ServiceSelf> = {
  name: "HtmlService",
  area: "nothing",
  members: {
    createHtmlOutput: free<ServiceSelf>("|s", ({ machine }, content = "") => output(machine, content)),
    createHtmlOutputFromFile: free<ServiceSelf>("s", ({ machine }, name: string) => {
      const { files } = machine.host;
      const content = files[name] ?? files[`${name}.html`];
      if (content === undefined) throw machine.error(`No HTML file named ${name} was found.`);
      return output(machine, content);
    }),
    SandboxMode: googleEnum("EMULATED", "IFRAME", "NATIVE"),
    XFrameOptionsMode: googleEnum("ALLOWALL", "DEFAULT"),
  },
};

export function htmlService(machine: Machine): unknown {
  return expose(machine, serviceClass, { machine });
}
