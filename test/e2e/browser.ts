import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packaged = join(root, "node_modules", "@sparticuz", "chromium");

/** The packaged browser is built for this kind of machine alone; all others need a Chrome of their own. */
export const isPackaged = process.platform === "linux" && process.arch === "x64";

/** A Chromium without a window: the one of the package on Linux, an installed Chrome elsewhere. Rejects where there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(isPackaged ? packagedBrowser(await unpackedFolder()) : { channel: "chrome" });
}

/**
 * How the packaged browser is started from the folder it was unpacked into. Its own copies of the network security
 * libraries come first: a bare machine has none, and a mixture of two versions does not start.
 */
export function packagedBrowser(folder: string): LaunchOptions {
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: join(folder, "chromium"),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, "fonts") },
    args: ["--disable-gpu", "--font-render-hinting=none"],
  };
}

/**
 * The folder that the packaged browser is unpacked in; unpacks it when no test of this project and version has yet.
 *
 * Each process unpacks into a folder of its own and then puts it in its place in one step, so that two of them at once
 * do each other no harm.
 */
export async function unpackedFolder(
  parent = join(root, "node_modules", ".cache", "tierbook-browser"),
): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packaged, "package.json"), "utf8"));
  const folder = join(parent, version);
  if (existsSync(folder)) return folder;
  mkdirSync(parent, { recursive: true });
  const own = mkdtempSync(join(parent, "unpacking-"));
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "-e", UNPACK], {
      cwd: root,
      // The package unpacks into the folder for temporary files, and its libraries where it takes itself to be at Amazon only.
      env: { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    });
    writeFileSync(join(own, "fonts", "fonts.conf"), fontsConf(join(folder, "fonts-cache")));
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    // Another process was first; what it put there is whole.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const UNPACK = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;

/** The package's own list of folders knows Amazon's only. With its fonts alone every machine draws the same page. */
const fontsConf = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir>${cache.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</cachedir>
</fontconfig>
`;
