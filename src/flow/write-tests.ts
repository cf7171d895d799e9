import { Document, isSeq, type Node, visit } from "yaml";
import type { FlowTest, TestStep } from "./flow.ts";

/** Sample conversations as a trainer would write them, ready to stand under `tests:` of a flow. */
export function writeTests(tests: readonly FlowTest[]): string {
  const document = new Document(tests.map(toFile));
  visit(document, {
    // What belongs to one step stays on one line, as in the flows by hand.
    Pair: (_key, { key, value }) => {
      const name = String((key as { value?: unknown }).value);
      if (name === "expect" || (isSeq(value) && name !== "talk"))
        (value as Node & { flow?: boolean }).flow = true;
    },
    Scalar: (key, scalar) => {
      if (key === "value" && typeof scalar.value === "string" && /[^\w-]/.test(scalar.value))
        scalar.type = "QUOTE_DOUBLE";
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return text.replace(/^(?=.)/gm, "  ");
}

const toFile = ({ name, seed, talk, ends }: FlowTest) => ({
  name,
  seed,
  talk: talk.map(toStep),
  ...(ends.length > 0 ? { ends: short(ends) } : {}),
});

function toStep({ idle, say, show, asks, expect }: TestStep): object {
  const { mood, ending, facts: fact, shows, not } = expect;
  const expected = Object.fromEntries(
    Object.entries({ mood, ending, fact: short(fact), shows: short(shows), not: short(not) }).filter(
      ([, one]) => one !== undefined && one.length > 0,
    ),
  );
  return {
    ...(idle ? { idle } : say === undefined ? { show: show.length > 0 ? short(show) : "nothing" } : { say }),
    ...(asks.length > 0 ? { asks: short(asks) } : {}),
    ...(Object.keys(expected).length > 0 ? { expect: expected } : {}),
  };
}

const short = (names: readonly string[]) => (names.length === 1 ? names[0] : names);
