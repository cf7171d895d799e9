import { z } from "zod";
import { id, prose } from "./shape-parts.ts";

/** One step of a path: which customer, and what to aim for with them. */
export type PathStep = {
  flow: string;
  goal: string;
  /** The day of the path (1 for the first) that its trainer had in mind; it holds nobody up. */
  day: number | undefined;
};

/** Flows in an order that a trainer thought out, each with a goal. */
export type LearningPath = {
  id: string;
  file: string;
  language: string;
  title: string;
  about: string;
  steps: PathStep[];
};

const step = z.strictObject({
  flow: id,
  goal: prose,
  day: z.int().min(1).max(366).optional(),
});

/** The shape of a path file, in the order in which a trainer writes it. */
export const pathShape = z.strictObject({
  path: id,
  language: z.string().regex(/^[a-z]{2}$/, "The language is two letters, such as  en."),
  title: prose,
  about: prose,
  steps: z.array(step),
});

export type PathFile = z.output<typeof pathShape>;
