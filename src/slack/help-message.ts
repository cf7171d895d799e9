import { controlWordOf, tellControlWords } from "../session/control-word.ts";
import { inShort } from "../session/in-short.ts";
import { type Message, note } from "./message.ts";

/** Whether somebody asks for help, or says hello for the first time. */
export const asksForHelp = (text: string): boolean =>
  controlWordOf(text) === "help" || inShort(text) === "hi" || inShort(text) === "hello";

/** What the app is for and how to use it; a trainer also reads how flows are brought. */
export const helpMessage = (command: string, trainer = false): Message =>
  note(
    [
      "I play difficult customers, so that you can practise in private.",
      `Type ${command} anywhere, or write practice to me in a direct message, to choose a customer. Then just write, as you would at work, in English: I read no other language.`,
      tellControlWords(),
      "Type “progress” to see how the skills showed in your last practices, and what to practise next; “reminders” to be reminded of a short practice.",
      "Type “paths” to practise a few customers in an order, with a goal each, and to see where you are.",
      `At the end you see in your own words what helped and what to try. Nobody else sees it unless you share it; ${command} shared lists what you share.`,
      "Type “my data” to be given everything I keep about you, and “forget me” to have it erased; I ask before I do.",
      `In your team's channel, ${command} challenge is something to do together. ${command} kudos tells a colleague that you noticed a moment of empathy in their work.`,
      ...(trainer
        ? [
            `You are a trainer here: drop a .yml file into this direct message to check, try and publish a flow; ${command} flows lists what is published.`,
          ]
        : []),
    ].join("\n"),
  );
