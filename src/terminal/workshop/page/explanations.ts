import type { Explained } from "../explained.ts";
import { ask } from "./ask.ts";

let asked: Promise<Explained> | undefined;

/** What problems and signs mean; it is fetched when somebody first wants to know, and again where that failed. */
export function explanations(): Promise<Explained> {
  asked ??= ask("explained", {}).catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}
