import type { Challenge } from "../../challenge/challenge.ts";
import type { Story } from "../../challenge/story.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import type { Quote } from "../../store/listening.ts";
import { button, context, escaped, type Message, section } from "../message.ts";
import type { Written } from "./listening-modal.ts";

/** The button that opens the dialogue. */
export const sayButton = (id: string) => button("Say what you heard", "listening:say", id, "primary");

/** Stands under the story. */
export function storyTold({ id }: Challenge, { persona }: Story): Message {
  const text = `That is the story of ${escaped(persona.name)}. Read it as often as you like. Then say what you heard, and the one question you would ask. The others don't see it.`;
  return { text, blocks: [section(text), { type: "actions", elements: [sayButton(id)] }] };
}

/** Gives somebody their own answer back, with what becomes of it. */
export function answerKept(challenge: Challenge, story: Story, kept: Written, isFirst: boolean): Message {
  const title = escaped(titleOf(challenge.plan, [story.title]));
  const head = `${isFirst ? "Your answer is kept" : "Your answer is changed"}: “${title}”.`;
  const heard = quoted(kept.heard);
  const question = `Your question:\n${quoted(kept.question)}`;
  const used =
    "Nobody else sees this, not even your lead. At the end I look for the parts of the story in all answers. The channel learns how many heard each part when there are enough of you, and you learn here which ones yours said back. Within a day after that your answer is erased here.";
  return {
    text: [head, heard, question, used].join("\n\n"),
    blocks: [
      section(head),
      section(heard),
      section(question),
      context(used),
      { type: "actions", elements: [button("Change it", "listening:say", challenge.id)] },
    ],
  };
}

/** Gives an answer back that came after the end, so that it is not lost. */
export function cameTooLate({ heard, question }: Written): Message {
  const text = "It was over before this came, so it counts for nothing and nobody sees it. Here it is back:";
  const parts = [text, quoted(heard), quoted(question)];
  return { text: parts.join("\n\n"), blocks: parts.map(section) };
}

/** What a channel, or somebody for themselves, is told at the end. */
export function heardMessage(head: string, parts: readonly string[], care: string): Message {
  const told = parts.map(escaped);
  return {
    text: [head, ...told, care].join("\n\n"),
    blocks: [section(`*${head}*`), ...told.map(section), context(care)],
  };
}

/** Asks the author of a line whether it may be shown. */
export function mayItBeShown(
  { id, line }: Quote,
  { persona }: Story,
  where: string,
  alias: string | undefined,
): Message {
  const head = `One line of yours says back what happened to ${escaped(persona.name)} and what it was like:`;
  const may = `May it stand in the thread of the game in <#${where}>? You decide about this line alone. What you agree to is shown within a day; until then you can press another button. Without a name, a small team may still guess.`;
  return {
    text: [head, quoted(line), may].join("\n\n"),
    blocks: [
      section(head),
      section(quoted(line)),
      section(may),
      {
        type: "actions",
        elements: [
          button(alias ? `Yes, as ${alias}` : "Yes, with my name", "listening:quote-named", id),
          button("Yes, without a name", "listening:quote-unnamed", id),
          button("No", "listening:quote-no", id),
        ],
      },
    ],
  };
}

const takeBackButton = (id: string) => button("Take it back", "listening:unquote", id);

/** A line that its author lets others see, in the thread of the game; only its author can take it back there. */
export function shownLine({ id, line }: Pick<Quote, "id" | "line">, by: string | undefined): Message {
  const text = `${quoted(line)}\n${by ? `Heard by ${by}, who agreed to be quoted.` : "Heard by one of you, who agreed to be quoted without a name."}`;
  return { text, blocks: [section(text), { type: "actions", elements: [takeBackButton(id)] }] };
}

/** Tells its author that a line is shown now. */
export function lineIsShown({ id, line }: Quote, where: string): Message {
  const text = `Your line stands in the thread of the game in <#${where}> now:\n${quoted(line)}`;
  return {
    text,
    blocks: [section(text), { type: "actions", elements: [takeBackButton(id)] }],
  };
}

/** Stands in place of a line that was taken back, where Slack does not let it be removed. */
export const lineTakenBack: Message = { text: "This line was taken back." };

// What people wrote, told apart from what the app says.
const quoted = (text: string) =>
  escaped(text)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
