import type { KnownBlock } from "@slack/types";
import type { Flow } from "../flow/flow.ts";
import { effort } from "../session/effort.ts";
import type { Checked } from "./bring-flow.ts";
import { isPublished, type Shelved } from "./library.ts";
import { button, escaped, type Message, section } from "./message.ts";
import { countProblems, tellProblems } from "./tell-problems.ts";

/** The outbox id of the message that says what became of a draft. */
export const draftMessageOf = (id: string) => `flow/${id}`;

/** The names of the buttons under a draft. */
export const TRY = "flow:try";
export const PUBLISH = "flow:publish";
export const DISCARD = "flow:discard";

/** A message of paragraphs that hold Slack's formatting already. */
export const paragraphs = (parts: readonly string[], ...below: KnownBlock[]): Message => ({
  text: parts.join("\n\n"),
  blocks: [...parts.map(section), ...below],
});

/** Said of a file that could not be read at all. */
export const unreadMessage = (file: string, why: string): Message =>
  paragraphs([`*${escaped(file)}* could not be read. ${escaped(why)}`]);

type Read = Exclude<Checked, { refused: string }>;
type Draft = { id: string; shelf: Shelved | undefined };

/** What a check found: the problems with lines and remedies, the map, and what can be done next with a draft. */
export function checkedMessage(
  { file, source, flow, problems, map }: Read,
  draft: Draft | undefined,
): Message {
  const head = flow
    ? [`*${escaped(file)}* can be played. ${told(flow)}`, ...(draft ? [standing(flow, draft.shelf)] : [])]
    : [`*${escaped(file)}* can't be played yet: ${countProblems(problems)}. Change it, and drop it again.`];
  const also = flow && problems.length > 0 ? [`${capital(countProblems(problems))}:`] : [];
  const message = paragraphs(
    [...head, ...also, ...tellProblems(problems, source)],
    ...(flow && draft ? [draftButtons(draft.id, !isPublished(flow, draft.shelf))] : []),
  );
  return map ? { ...message, text: `${message.text}\n\n${escaped(map.alt)}`, picture: map } : message;
}

const capital = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}`;

const told = (flow: Flow) =>
  `“${escaped(flow.title)}” with ${escaped(flow.persona.name)}. ${effort(flow)}. Nobody else sees it yet.`;

function standing({ id, hash }: Flow, shelf: Shelved | undefined): string {
  if (!shelf) return `Nothing is called \`${id}\` here so far.`;
  const { published, flow } = shelf;
  if (flow.hash === hash)
    return published
      ? `It is version ${published.version} of \`${id}\`, word for word, so there is nothing to publish.`
      : `It is \`${id}\` of the folder, word for word; published, it stays as it is whatever is saved there.`;
  return published
    ? `Version ${published.version} of \`${id}\` is live here; published, this one follows it.`
    : `The folder has a flow called \`${id}\`; published, this one takes its place here.`;
}

/** What can be done with a draft; one that is published already, word for word, can only be tried and discarded. */
export const draftButtons = (id: string, isNew = true): KnownBlock => ({
  type: "actions",
  elements: [
    button("Try it", TRY, id, "primary"),
    ...(isNew ? [button("Publish…", PUBLISH, id)] : []),
    button("Discard", DISCARD, id),
  ],
});
