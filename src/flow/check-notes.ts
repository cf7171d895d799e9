import type { Report } from "./check.ts";
import { everyNote } from "./every-note.ts";
import type { Flow } from "./flow.ts";
import { clipped } from "./quote.ts";
import type { Path } from "./yaml-source.ts";

// What Slack shows at most: of a list's text, of a writer's name beside "(practice customer)", of a paragraph.
const TITLE = 100;
const NAME = 60;
const ABOUT = 2_000;
const PARAGRAPH = 3_000;
// A button's value holds so many.
const ID = 75;

const EMOJI = /^\p{RGI_Emoji}$/v;
const WORDS_FOR_PEOPLE = [
  ..."aggressive arrogant callous careless clumsy cold condescending cruel defensive dishonest disrespectful".split(
    " ",
  ),
  ..."dismissive harsh heartless hostile ignorant impatient impolite inattentive incompetent insensitive".split(
    " ",
  ),
  ..."lazy mean nasty naive patronising patronizing pushy robotic rude selfish stubborn stupid thoughtless".split(
    " ",
  ),
  ..."uncaring unfriendly unhelpful unkind unprofessional weak".split(" "),
].join("|");
const ABOUT_THE_PERSON = new RegExp(
  `\\b(?:you(?: are|'re| were| seem(?:ed)?| sound(?:ed)?| came across as) (?:(?:a bit|being|far|just|much|not|quite|rather|really|so|too|very) )*(?:${WORDS_FOR_PEOPLE})\\b|you (?:lack|don't care|didn't care|did not care)\\b|your (?:arrogance|coldness|impatience|laziness|lack of|rudeness)\\b)`,
  "i",
);

/** What the trainee reads beside the talk: names left as braces, words about the person, and what Slack would cut off. */
export function checkNotes(flow: Flow, report: Report): void {
  for (const { text, path, judges } of everyNote(flow)) {
    const braces = /\{\s*(?:trainee|persona)\s*\}/i.exec(text)?.[0];
    if (braces)
      report(
        "error",
        "text/placeholder",
        path,
        `${braces} becomes a name only in what the customer says; here it would stay as it is.`,
        "Write it without a name, or write the customer's name itself.",
      );
    const personal = judges ? ABOUT_THE_PERSON.exec(text.replaceAll("’", "'"))?.[0] : undefined;
    if (personal)
      report(
        "hint",
        "text/about-the-person",
        path,
        `"${personal}" speaks of the person, and feedback on the person makes people worse.`,
        "Say what the message did: The fix came before she felt heard.",
      );
  }
  checkLengths(flow, report);
  checkEmoji(flow, report);
}

function checkLengths(flow: Flow, report: Report): void {
  const most = (path: Path) => ({ title: TITLE, about: ABOUT })[String(path[0])] ?? PARAGRAPH;
  const texts = [
    ...everyNote(flow).map(({ text, path }) => ({ text, path, most: most(path) })),
    { text: flow.persona.name, path: ["persona", "name"], most: NAME },
  ];
  for (const { text, path, most } of texts)
    if (text.length > most)
      report(
        "error",
        "text/too-long",
        path,
        `This text has ${text.length} characters, and Slack shows ${most} of it at most.`,
        "Say it in fewer words.",
      );
  if (flow.id.length > ID)
    report(
      "error",
      "name/too-long",
      ["flow"],
      `This name has ${flow.id.length} characters, and Slack's buttons hold ${ID} at most.`,
      "Take two or three words, such as  late-delivery",
    );
}

function checkEmoji(flow: Flow, report: Report): void {
  const emoji = [
    { text: flow.persona.emoji, path: ["persona", "emoji"] },
    ...Object.entries(flow.moods).map(([name, { emoji }]) => ({
      text: emoji,
      path: ["moods", name, "emoji"],
    })),
  ];
  for (const { text, path } of emoji)
    if (!EMOJI.test(text) && !EMOJI.test(`${text}\ufe0f`))
      report(
        "warning",
        "emoji/not-one",
        path,
        `"${clipped(text)}" is not a single emoji, so it would be shown as these letters or not at all.`,
        "Paste one picture, such as  📦",
      );
}
