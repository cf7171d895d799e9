import type { HomeView, KnownBlock, SectionBlock } from "@slack/types";
import type { Flow } from "../flow/flow.ts";
import { effort, inOrder } from "../session/effort.ts";
import { sentencesOf } from "../skills/sentences.ts";
import { button, context, escaped, type Message, section } from "./message.ts";

// Slack shows 50 blocks in a message and 100 in a view; a few are for what stands around the list.
const IN_MESSAGE = 45;
/** How many of them a view shows. */
export const IN_VIEW = 90;

// One block for each flow; those of a very long library that find no place are named.
const listed = (flows: readonly Flow[], most: number, command: string): KnownBlock[] => {
  const rest = unlisted(flows, most, command);
  return [...rows(inOrder(flows).slice(0, most)), ...(rest ? [context(rest)] : [])];
};

/** Names those that find no place, with how to start one all the same; empty where all do. */
export const unlisted = (flows: readonly Flow[], most: number, command: string): string => {
  const left = inOrder(flows).slice(most);
  if (left.length === 0) return "";
  return `And ${left.length} more. Type ${command} and the name: ${left.map(({ id }) => id).join(", ")}`;
};

const rows = (flows: readonly Flow[]): KnownBlock[] =>
  flows.map((flow) => ({
    ...flowSection({ ...flow, about: inShort(flow) }),
    accessory: {
      ...button("Start practice", `start:${flow.id}`, flow.id),
      accessibility_label: `Start practice: ${flow.title}`.slice(0, 75),
    },
  }));

// Among many customers a sentence is enough to choose by; the rest is told before the practice begins.
const inShort = ({ about }: Flow): string => sentencesOf(about)[0]?.text ?? about;

/** A customer in words: who, what about, how hard and how long. */
export const flowSection = (flow: Flow): SectionBlock => ({
  type: "section",
  text: {
    type: "mrkdwn",
    verbatim: true,
    text: `*${escaped(flow.title)}*\n${escaped(flow.about)}\n_${effort(flow)}_`.slice(0, 3_000),
  },
});

/** Said where there is nobody to practise with. */
export const NO_FLOWS =
  "No customer is available right now. Whoever runs Tightrope here can find out why in its log.";

const asText = (flows: readonly Flow[]) =>
  inOrder(flows)
    .map((flow) => `${flow.title} (${effort(flow)}): ${inShort(flow)}`)
    .join("\n");

/** Stands above the list. */
export const intro = (flows: readonly Flow[]) =>
  flows.length === 0 ? NO_FLOWS : "Choose a customer. A practice is private: nobody sees it but you.";

/** The list of customers as a message in the direct message with the app. */
export const flowListMessage = (flows: readonly Flow[], command: string): Message => ({
  text: escaped(
    flows.length === 0
      ? NO_FLOWS
      : `${intro(flows)}\n${asText(flows)}\nPress a button, or type ${command} and the name, such as ${command} ${flows[0]?.id}.\n${unlisted(flows, IN_MESSAGE, command)}`.trim(),
  ),
  blocks: [section(intro(flows)), ...listed(flows, IN_MESSAGE, command)],
});

/** The app's Home tab; `above` the list stands what is the person's own, in at most fourteen blocks. */
export const homeView = (flows: readonly Flow[], command: string, above: KnownBlock[] = []): HomeView => ({
  type: "home",
  blocks: [
    header("Practise with a difficult customer"),
    section(
      "You write freely, the customer reacts to your words, and at the end you see in your own words what helped and what to try. Nobody sees a practice but you.",
    ),
    { type: "divider" },
    ...(above.length > 0 ? [...above, { type: "divider" as const }, header("Customers")] : []),
    ...(flows.length === 0 ? [section(NO_FLOWS)] : listed(flows, roomBelow(above), command)),
    { type: "divider" },
    context(
      `Type ${command} anywhere, or write *practice*, *progress* or *paths* to me. While you practise: hint, pause, softer, stop. Write *my data* to be given everything I keep about you, or *forget me* to have it erased.`,
    ),
  ],
});

const header = (text: string): KnownBlock => ({ type: "header", text: { type: "plain_text", text } });

// Two blocks and a heading find room above a whole list; each one more takes the place of a customer, who is named then.
const roomBelow = (above: readonly KnownBlock[]) => IN_VIEW - Math.max(0, above.length - 2);
