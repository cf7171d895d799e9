import type { HomeView, KnownBlock, ModalView } from "@slack/types";
import type { Message } from "./message.ts";

const TEXT: Record<string, number> = { section: 3_000, header: 150, context: 2_000, button: 75 };

/**
 * Makes sure that Slack will take a message as it is.
 * @throws RangeError naming every limit that is passed, with the number.
 */
export function assertWithinLimits({ text, blocks = [] }: Message, kind: "post" | "update" = "post"): void {
  const problems = [...blockProblems(blocks, 50)];
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
  const problems = [...blockProblems(view.blocks as KnownBlock[], 100)];
  if (view.type === "modal" && view.title.text.length > 24)
    problems.push(`the title has ${view.title.text.length} characters of at most 24`);
  if ((view.private_metadata?.length ?? 0) > 3_000)
    problems.push("private_metadata has more than 3000 characters");
  if (problems.length > 0) throw new RangeError(`Slack would refuse this view: ${problems.join("; ")}`);
}

function blockProblems(blocks: readonly KnownBlock[], most: number): string[] {
  const count = blocks.length > most ? [`${blocks.length} blocks of at most ${most}`] : [];
  return [...count, ...blocks.flatMap((block, index) => textProblems(block, `blocks[${index}]`))];
}

function textProblems(block: KnownBlock, where: string): string[] {
  const tooLong = (kind: string, text: string, place: string) => {
    const most = TEXT[kind] ?? 3_000;
    return text.length > most || text.length === 0
      ? [`${place} has ${text.length} characters of 1 to ${most}`]
      : [];
  };
  switch (block.type) {
    case "section": {
      const accessory = block.accessory?.type === "button" ? buttonProblems(block.accessory, where) : [];
      return [...tooLong("section", block.text?.text ?? "", where), ...accessory];
    }
    case "header":
      return tooLong("header", block.text.text, where);
    case "context":
      return [
        ...(block.elements.length > 10
          ? [`${where} has ${block.elements.length} elements of at most 10`]
          : []),
        ...block.elements.flatMap((element) =>
          "text" in element ? tooLong("context", element.text, where) : [],
        ),
      ];
    case "actions":
      return [
        ...(block.elements.length > 25
          ? [`${where} has ${block.elements.length} elements of at most 25`]
          : []),
        ...block.elements.flatMap((element) =>
          element.type === "button" ? buttonProblems(element, where) : [],
        ),
        ...repeated(
          block.elements.map((element) => element.action_id ?? ""),
          where,
        ),
      ];
    default:
      return [];
  }
}

function buttonProblems(
  button: { text: { text: string }; value?: string; action_id?: string },
  where: string,
) {
  return [
    ...(button.text.text.length > 75 ? [`${where}: a button's text has more than 75 characters`] : []),
    ...((button.value?.length ?? 0) > 2_000
      ? [`${where}: a button's value has more than 2000 characters`]
      : []),
    ...((button.action_id?.length ?? 0) > 255 ? [`${where}: an action_id has more than 255 characters`] : []),
  ];
}

const repeated = (ids: string[], where: string) =>
  new Set(ids).size < ids.length ? [`${where}: two elements share an action_id`] : [];
