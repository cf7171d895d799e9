import { inShort } from "../../session/in-short.ts";

/** Whether these words ask for everything that is kept about who writes them. */
export const asksForOwnData = (text: string): boolean =>
  /^(?:give me |export |show )?my data$/.test(inShort(text));

/** Whether these words ask to be forgotten. */
export const asksToBeForgotten = (text: string): boolean =>
  /^(?:please )?forget me(?: please)?$/.test(inShort(text));
