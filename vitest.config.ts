import { defineConfig } from "vitest/config";

// A mode rather than a variable of the shell, which Windows sets in another way.
export default defineConfig(({ mode }) => ({
  test: {
    env: mode === "test" ? {} : { [`TIERBOOK_${mode.toUpperCase()}`]: "1" },
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/folder.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
}));
