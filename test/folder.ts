import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a run of tests may write; gone when it ends. */
    folder: string;
  }
}

export default function (project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "tierbook-test-"));
  const empty = () => rmSync(folder, { recursive: true, force: true });
  project.provide("folder", folder);
  project.onTestsRerun(async () => empty()); // a watched change is built anew
  return empty;
}
