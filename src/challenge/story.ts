import type { Fact, Flow, Hearable, Line } from "../flow/flow.ts";
import { variantAt } from "../flow/variants.ts";

/** What a question to the persona can ask for, whether the story tells it, and what the persona would say. */
export type Askable = { id: string; asked: string[]; told: boolean; answer: string };

/** What a persona tells in a listening game, with all that is needed to read what came back; flows may change meanwhile. */
export type Story = {
  title: string;
  persona: { name: string; emoji: string; stakes: string[]; feelings: string[] };
  tells: string[];
  facts: Hearable[];
  feelings: Hearable[];
  askable: Askable[];
};

/**
 * The story of a flow: the one its trainer wrote, or else an opening line and what its facts reveal, in their order.
 * The seed picks among several wordings.
 */
export function storyOf(flow: Flow, seed: number): Story {
  const { title, persona, facts } = flow;
  const spoken = (lines: readonly Line[], pool: string) =>
    plain(lines[variantAt(seed, pool, lines.length, 0)]?.say ?? "", persona.name);
  const revealed = (fact: Fact) => spoken(fact.reveals, `facts/${fact.id}`);
  const news = facts.filter(({ known }) => !known).slice(0, MOST_TOLD);
  const story = flow.story ?? {
    tells: [spoken(flow.opens, "opens"), ...news.map(revealed)],
    facts: news.map((fact) => ({ id: fact.id, what: revealed(fact), words: [] })),
    feelings:
      persona.feelings.length > 0
        ? [{ id: "feelings", what: `Something of: ${persona.feelings.join(", ")}.`, words: persona.feelings }]
        : [],
  };
  const told = new Set(story.facts.map(({ id }) => id));
  return {
    title,
    persona: {
      name: persona.name,
      emoji: persona.emoji,
      stakes: persona.stakes,
      feelings: persona.feelings,
    },
    tells: story.tells.map((line) => plain(line, persona.name)),
    facts: story.facts,
    feelings: story.feelings,
    askable: facts.map((fact) => ({
      id: fact.id,
      asked: fact.asked,
      told: fact.known || told.has(fact.id),
      answer: revealed(fact),
    })),
  };
}

// More than a listener can hold.
const MOST_TOLD = 8;

const plain = (line: string, name: string) =>
  line.replaceAll("{trainee}", "everybody").replaceAll("{persona}", name);
