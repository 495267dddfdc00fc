/** What a script may do, by how it was started (Google's authorization modes) and by the scopes of its manifest. */

export type AuthMode = "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";

/** What a call touches. "menu" is adding menu items; "screen" is sidebars, dialogs and toasts. */
export type Area =
  | "nothing"
  | "document"
  | "properties"
  | "cache"
  | "lock"
  | "menu"
  | "screen"
  | "triggers"
  | "identity";

const mayTouch: Record<AuthMode, readonly Area[]> = {
  NONE: ["nothing", "menu"],
  LIMITED: ["nothing", "menu", "document", "properties", "cache", "lock"],
  CUSTOM_FUNCTION: ["nothing", "document", "properties", "cache", "lock"],
  FULL: ["nothing", "menu", "screen", "document", "properties", "cache", "lock", "triggers", "identity"],
};

const auth = "https://www.googleapis.com/auth/";

/** One of these is enough; areas that are absent need none. */
const scopesOf: Partial<Record<Area, readonly string[]>> = {
  document: ["spreadsheets.currentonly", "spreadsheets"],
  screen: ["script.container.ui"],
  triggers: ["script.scriptapp"],
  identity: ["userinfo.email"],
};

export interface Permission {
  readonly mode: AuthMode;
  /** False in clock triggers, where nobody looks. */
  readonly screen: boolean;
  /** The oauthScopes of the manifest; undefined when it names none, as then Google works them out itself. */
  readonly scopes: readonly string[] | undefined;
}

/** Google's sentence for a call that is not allowed, or undefined. `call` is like "SpreadsheetApp.getActive". */
export function refusal(permission: Permission, area: Area, writes: boolean, call: string): string | undefined {
  if (!permission.screen && permission.mode === "FULL" && (area === "menu" || area === "screen")) {
    return `Cannot call ${call}() from this context.`;
  }
  if (!mayTouch[permission.mode].includes(area)) return `You do not have permission to call ${call}.`;
  if (permission.mode === "CUSTOM_FUNCTION" && area === "document" && writes) {
    return `You do not have permission to call ${call}.`;
  }
  const needed = scopesOf[area];
  // A custom function and a simple trigger ask for no authorisation, so no scope counts there.
  if (!needed || permission.mode !== "FULL" || !permission.scopes) return undefined;
  if (needed.some((scope) => permission.scopes!.includes(auth + scope))) return undefined;
  const list = needed.map((scope) => auth + scope).join(" || ");
  return `Specified permissions are not sufficient to call ${call}. Required permissions: ${needed.length > 1 ? `(${list})` : list}`;
}
