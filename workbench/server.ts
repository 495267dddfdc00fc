import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

/** What is handed out beside the files of a folder: path -> content, or what makes it. */
export type Extra = Readonly<Record<string, { readonly type: string; readonly body: string | Uint8Array }>>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};

/**
 * Holds the browser to what the strip says: nothing leaves this computer. Templates of the engine are compiled in the
 * page, and the sidebar and the add-on are scripts in frames of their own: hence the two unsafe words.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' about: blob:",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** Serves a folder on this computer only. A taken port is exchanged for a free one. Resolves to the address. */
export async function serve(folder: string, extra: Extra, port: number): Promise<{ address: string; server: Server }> {
  let allowed: readonly string[] = [];
  const server = createServer((request, response) => {
    // A page elsewhere may point its own name at this computer; it has no business here.
    if (!allowed.includes(request.headers.host ?? "")) {
      response.writeHead(403).end();
      return;
    }
    const path = decodeURI((request.url ?? "/").split("?")[0]!);
    const found = Object.hasOwn(extra, path) ? extra[path]! : fileOf(folder, path === "/" ? "/index.html" : path);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": found.type,
      "content-security-policy": POLICY,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    response.end(found.body);
  });
  await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    return listen(server, 0);
  });
  const used = (server.address() as AddressInfo).port;
  allowed = [`127.0.0.1:${used}`, `localhost:${used}`];
  return { address: `http://127.0.0.1:${used}/`, server };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function fileOf(folder: string, path: string): { type: string; body: Uint8Array } | undefined {
  const file = normalize(join(folder, path));
  const type = TYPES[extname(file)];
  if (type === undefined || !file.startsWith(folder + sep)) return undefined;
  try {
    return { type, body: readFileSync(file) };
  } catch {
    return undefined;
  }
}
