import type { KnownBlock } from "@slack/types";
import type { SharedView } from "../feedback/shared-view.ts";
import type { Share } from "../store/shares.ts";
import { button, context, escaped, type Message, section } from "./message.ts";
import { instant, SCOPE_WORDS, shareInWords } from "./share-words.ts";

/** The button under a debrief that lets its trainee show it to somebody. */
export const shareButton = (practiceId: string) => button("Share this with…", "share:open", practiceId);

/** What a share is about, before it has an id. */
export type Offer = Pick<Share, "by" | "scope" | "until" | "to">;

/** The message that the recipient sees; without an id it is the preview, with nothing to press. */
export function sharedMessage(offer: Offer, view: SharedView, id?: string): Message {
  const head = `<@${offer.by}> shares a practice: ${escaped(view.title)}`;
  const what = `You see ${SCOPE_WORDS[offer.scope]}, in the words in which <@${offer.by}> got it. The customer is made up.`;
  const rule = `It can be seen until ${instant(offer.until)}. It belongs to <@${offer.by}>, who can take it back at any time. Please show it to nobody else.`;
  const answers = `Below you can answer with a skill and a line. Only <@${offer.by}> is shown what you answer.`;
  const body = paragraphs(view.parts);
  return {
    text: [head, what, ...body, rule, answers].join("\n\n"),
    blocks: [
      section(`*${head}*`),
      context(what),
      ...body.map(section),
      context(`${rule} ${answers}`),
      ...(id ? [pressable(offer, id)] : []),
    ],
  };
}

// In a channel the one who shares sees it too, and can take it back where it stands.
const pressable = ({ to }: Offer, id: string): KnownBlock => ({
  type: "actions",
  elements: [
    button("Answer with a skill and a line", "share:answer", id, "primary"),
    ...(to.kind === "channel" ? [button("Take back", "share:take-back", id)] : []),
  ],
});

/** What stands in its place once it is over and cannot be removed, or has been answered. */
export const noLongerShared = ({ by }: Pick<Share, "by">, answered: boolean): Message => {
  const thanks = answered ? ` Your answers were handed to <@${by}>. Thank you for them.` : "";
  const text = `This practice is no longer shared.${thanks}`;
  return { text, blocks: [context(text)] };
};

/** Tells the trainee what they just gave to whom, and how to take it back. */
export function youShared(share: Share): Message {
  const text = `You share ${shareInWords(share)}. If somebody answers, you get it here, and nobody else does.`;
  return {
    text,
    blocks: [
      section(text),
      { type: "actions", elements: [button("Take back", "share:take-back", share.id)] },
    ],
  };
}

const FULL_SECTION = 2_900;
const MOST_SECTIONS = 12;
const TOO_LONG = "The rest of the talk is too long to be shown here.";

// Slack's sections end at 3000 characters and its texts at 40000, escapes counted.
function paragraphs(parts: readonly string[]): string[] {
  const filled: string[] = [];
  for (const piece of parts.flatMap((part) => cut(escaped(part)))) {
    const last = filled.at(-1);
    if (last === undefined || last.length + piece.length + 2 > FULL_SECTION) filled.push(piece);
    else filled.splice(-1, 1, `${last}\n\n${piece}`);
  }
  return filled.length > MOST_SECTIONS ? [...filled.slice(0, MOST_SECTIONS), TOO_LONG] : filled;
}

// At a space where there is one, and never within an entity.
function cut(text: string): string[] {
  if (text.length <= FULL_SECTION) return [text];
  const start = text.slice(0, FULL_SECTION);
  const space = Math.max(start.lastIndexOf(" "), start.lastIndexOf("\n"));
  const at = space > FULL_SECTION / 2 ? space : start.replace(/&\w{0,4}$/, "").length;
  return [text.slice(0, at), ...cut(text.slice(at).trimStart())];
}
