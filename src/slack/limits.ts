import type { HomeView, InputBlock, KnownBlock, ModalView, SectionBlock } from "@slack/types";
import type { Message } from "./message.ts";

/**
 * Makes sure that Slack will take a message as it is.
 * @throws RangeError naming every limit that is passed, with the number.
 */
export function assertWithinLimits(
  { text, blocks = [], picture }: Message,
  kind: "post" | "update" = "post",
): void {
  const problems = blockProblems(blocks, 50);
  if (picture) problems.push(...length(picture.alt, 2_000, "the picture's words"));
  const most = kind === "update" ? 4_000 : 40_000;
  if (text.length === 0) problems.push("text is empty");
  if (text.length > most) problems.push(`text has ${text.length} characters of at most ${most}`);
  if (problems.length > 0) throw new RangeError(`Slack would refuse this message: ${problems.join("; ")}`);
}

/**
 * Makes sure that Slack will take a view as it is.
 * @throws RangeError naming every limit that is passed, with the number.
 */
export function assertViewWithinLimits(view: ModalView | HomeView): void {
  const problems = blockProblems(view.blocks as KnownBlock[], 100);
  if (view.type === "modal" && view.title.text.length > 24)
    problems.push(`the title has ${view.title.text.length} characters of at most 24`);
  if ((view.private_metadata?.length ?? 0) > 3_000)
    problems.push("private_metadata has more than 3000 characters");
  if (problems.length > 0) throw new RangeError(`Slack would refuse this view: ${problems.join("; ")}`);
}

function blockProblems(blocks: readonly KnownBlock[], most: number): string[] {
  const tooMany = blocks.length > most ? [`${blocks.length} blocks of at most ${most}`] : [];
  return [...tooMany, ...blocks.flatMap((block, index) => textProblems(block, `blocks[${index}]`))];
}

function textProblems(block: KnownBlock, where: string): string[] {
  switch (block.type) {
    case "section": {
      return [...length(block.text?.text, 3_000, where), ...accessoryProblems(block.accessory, where)];
    }
    case "input":
      return [...length(block.label.text, 2_000, where), ...accessoryProblems(block.element, where)];
    case "header":
      return length(block.text.text, 150, where);
    case "context":
      return [
        ...count(block.elements, 10, where),
        ...block.elements.flatMap((element) => ("text" in element ? length(element.text, 2_000, where) : [])),
      ];
    case "actions":
      return [
        ...count(block.elements, 25, where),
        ...block.elements.flatMap((one) => (one.type === "button" ? buttonProblems(one, where) : [])),
        ...repeated(
          block.elements.map((element) => element.action_id ?? ""),
          where,
        ),
      ];
    default:
      return [];
  }
}

function accessoryProblems(
  accessory: SectionBlock["accessory"] | InputBlock["element"],
  where: string,
): string[] {
  if (accessory?.type === "button") return buttonProblems(accessory, where);
  if (accessory?.type !== "static_select" || accessory.options === undefined) return [];
  const options = accessory.options.flatMap(({ text, value = "" }) => [
    ...length(text.text, 75, `${where}: an option's text`),
    ...length(value, 75, `${where}: an option's value`),
  ]);
  return [...count(accessory.options, 100, where), ...options];
}

type Pressable = { text: { text: string }; value?: string; action_id?: string };

const buttonProblems = ({ text, value = "", action_id = "" }: Pressable, where: string) => [
  ...length(text.text, 75, `${where}: a button's text`),
  ...(value.length > 2_000 ? [`${where}: a button's value has more than 2000 characters`] : []),
  ...(action_id.length > 255 ? [`${where}: an action_id has more than 255 characters`] : []),
];

const length = (text = "", most: number, what: string) =>
  text.length === 0 || text.length > most ? [`${what} has ${text.length} characters of 1 to ${most}`] : [];

const count = (elements: readonly unknown[], most: number, what: string) =>
  elements.length === 0 || elements.length > most
    ? [`${what} has ${elements.length} elements of 1 to ${most}`]
    : [];

const repeated = (ids: string[], where: string) =>
  new Set(ids).size < ids.length ? [`${where}: two elements share an action_id`] : [];
