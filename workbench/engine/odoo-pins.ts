import { columnLetters } from "../runtime/a1";
import type { Pin } from "../runtime/store";
import type { Library } from "./odoo-store";

/** What the engine has no place for, on ranges that follow its rows and columns: developer metadata and notes. */
export interface PinsData {
  readonly pins: readonly Pin[];
  readonly notes: readonly { readonly sheet: string; readonly cell: string; readonly text: string }[];
  readonly nextPin: number;
}

/** A range of the engine; only what is needed of it. */
interface EngineRange {
  readonly sheetId: string;
  readonly zone: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
}

interface Kept {
  readonly pin: Pin;
  readonly range?: EngineRange;
}

interface KeptNote {
  readonly range: EngineRange;
  readonly text: string;
}

interface Adapters {
  applyChange(range: EngineRange): { readonly changeType: string; readonly range: EngineRange };
}

interface CoreGetters {
  getRangeFromSheetXC(sheet: string, xc: string): EngineRange;
  getRangeString(range: EngineRange, sheet: string): string;
}

type Command =
  | { readonly type: "TIERBOOK_ADD_PIN"; readonly pin: Omit<Pin, "id" | "at">; readonly xc?: string }
  | { readonly type: "TIERBOOK_REMOVE_PIN"; readonly id: number }
  | { readonly type: "TIERBOOK_SET_NOTE"; readonly sheet: string; readonly xc: string; readonly text: string }
  | { readonly type: "DELETE_SHEET"; readonly sheetId: string };

/** The name under which the engine's workbook data carries them. */
const KEY = "tierbook";
const installed = new WeakSet<object>();

/**
 * Teaches the engine to carry pins and notes: as a plugin of its core, so that they follow what a person does in the
 * page, are undone with it, and stand in the exported workbook. Once a library.
 */
export function installPins(library: Library): void {
  if (installed.has(library)) return;
  installed.add(library);
  const types = library.coreTypes as unknown as Set<string>;
  for (const type of ["TIERBOOK_ADD_PIN", "TIERBOOK_REMOVE_PIN", "TIERBOOK_SET_NOTE"]) types.add(type);

  const CorePlugin = library.CorePlugin as unknown as new (
    config: object,
  ) => { getters: CoreGetters; history: { update(...path: unknown[]): void } };

  class PinsPlugin extends CorePlugin {
    static getters = ["getTierbookPins", "getTierbookNotes"];
    kept: readonly Kept[] = [];
    notes: readonly KeptNote[] = [];
    nextPin = 1;

    allowDispatch(): string {
      return "Success";
    }
    beforeHandle(): void {}
    finalize(): void {}

    handle(command: Command): void {
      switch (command.type) {
        case "TIERBOOK_ADD_PIN": {
          const pin = { ...command.pin, id: this.nextPin };
          const { sheet } = pin;
          const range =
            command.xc === undefined || sheet === undefined
              ? undefined
              : this.getters.getRangeFromSheetXC(sheet, command.xc);
          this.history.update("kept", [...this.kept, range ? { pin, range } : { pin }]);
          this.history.update("nextPin", this.nextPin + 1);
          break;
        }
        case "TIERBOOK_REMOVE_PIN":
          this.history.update(
            "kept",
            this.kept.filter((k) => k.pin.id !== command.id),
          );
          break;
        case "TIERBOOK_SET_NOTE": {
          const range = this.getters.getRangeFromSheetXC(command.sheet, command.xc);
          const { top, left } = range.zone;
          const others = this.notes.filter(
            (n) => n.range.sheetId !== command.sheet || n.range.zone.top !== top || n.range.zone.left !== left,
          );
          this.history.update("notes", command.text === "" ? others : [...others, { range, text: command.text }]);
          break;
        }
        case "DELETE_SHEET":
          this.history.update(
            "kept",
            this.kept.filter((k) => k.pin.sheet !== command.sheetId),
          );
          this.history.update(
            "notes",
            this.notes.filter((n) => n.range.sheetId !== command.sheetId),
          );
          break;
      }
    }

    adaptRanges({ applyChange }: Adapters): void {
      const kept = this.kept.flatMap((k): Kept[] => {
        if (!k.range) return [k];
        const change = applyChange(k.range);
        return change.changeType === "REMOVE"
          ? []
          : change.changeType === "NONE"
            ? [k]
            : [{ ...k, range: change.range }];
      });
      if (kept.length !== this.kept.length || kept.some((k, i) => k !== this.kept[i]))
        this.history.update("kept", kept);
      const notes = this.notes.flatMap((n): KeptNote[] => {
        const change = applyChange(n.range);
        return change.changeType === "REMOVE"
          ? []
          : change.changeType === "NONE"
            ? [n]
            : [{ ...n, range: change.range }];
      });
      if (notes.length !== this.notes.length || notes.some((n, i) => n !== this.notes[i]))
        this.history.update("notes", notes);
    }

    getTierbookPins(): Pin[] {
      return this.kept.map(({ pin, range }) =>
        range ? { ...pin, at: pin.on === "column" ? range.zone.left : range.zone.top } : pin,
      );
    }

    getTierbookNotes(sheet: string): { row: number; column: number; text: string }[] {
      return this.notes
        .filter((n) => n.range.sheetId === sheet)
        .map((n) => ({ row: n.range.zone.top, column: n.range.zone.left, text: n.text }));
    }

    import(data: Record<string, unknown>): void {
      const saved = data[KEY] as PinsData | undefined;
      if (!saved) return;
      this.nextPin = saved.nextPin;
      this.kept = saved.pins.map((pin) => {
        const xc = pinReference(pin);
        if (xc === undefined || pin.sheet === undefined) return { pin };
        return { pin, range: this.getters.getRangeFromSheetXC(pin.sheet, xc) };
      });
      this.notes = saved.notes.map((n) => ({ text: n.text, range: this.getters.getRangeFromSheetXC(n.sheet, n.cell) }));
    }

    export(data: Record<string, unknown>): void {
      const notes = this.notes.map((n) => ({
        sheet: n.range.sheetId,
        cell: this.getters.getRangeString(n.range, n.range.sheetId),
        text: n.text,
      }));
      data[KEY] = { pins: this.getTierbookPins(), notes, nextPin: this.nextPin } satisfies PinsData;
    }

    exportForExcel(): void {}
  }

  const registry = library.registries.corePluginRegistry as unknown as { add(name: string, plugin: unknown): void };
  registry.add("tierbook_pins", PinsPlugin);
}

/** "C:C" or "3:3": the whole column or row that a pin is on; undefined for pins of a sheet or the spreadsheet. */
export function pinReference(pin: Pick<Pin, "on" | "at">): string | undefined {
  if (pin.at === undefined) return undefined;
  if (pin.on === "row") return `${pin.at + 1}:${pin.at + 1}`;
  if (pin.on !== "column") return undefined;
  const letters = columnLetters(pin.at);
  return `${letters}:${letters}`;
}
