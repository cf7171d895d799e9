import { elements, isObject, type Json, objects } from "./blocks.ts";

/** What a person puts into a field: words, the value of an option, an id, or several. */
export type Answer = string | string[] | number;

/** Where each kind of element keeps its answer, and what it starts from. */
const PLACES: Record<string, [kept: string, initial: string]> = {
  plain_text_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  rich_text_input: ["rich_text_value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  overflow: ["selected_option", "initial_option"],
  checkboxes: ["selected_options", "initial_options"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  users_select: ["selected_user", "initial_user"],
  multi_users_select: ["selected_users", "initial_users"],
  channels_select: ["selected_channel", "initial_channel"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
  file_input: ["files", "files"],
};

/** What an element holds once the person gave this answer, or none. */
export function answered(element: Json, answer?: Answer): Json {
  const type = String(element.type);
  const [kept, initial] = PLACES[type] ?? ["value", "value"];
  const empty = kept.endsWith("s") ? [] : null;
  if (answer === undefined) return { type, [kept]: element[initial] ?? empty };
  if (kept === "selected_option") return { type, [kept]: option(element, String(answer)) };
  if (kept === "selected_options")
    return { type, [kept]: [answer].flat().map((one) => option(element, String(one))) };
  return { type, [kept]: kept.endsWith("s") ? [answer].flat() : answer };
}

/** The state of a view with these answers by action_id; the rest stays as it started. */
export function stateOf(blocks: Json[], answers: Record<string, Answer>): Json {
  const values: Record<string, Json> = {};
  for (const { block, element } of elements(blocks)) {
    if (!PLACES[String(element.type)] || element.type === "overflow") continue;
    const place = String(block.block_id);
    values[place] = {
      ...values[place],
      [String(element.action_id)]: answered(element, answers[String(element.action_id)]),
    };
  }
  return { values };
}

/** The labels of the inputs that a person may not leave empty, and did. */
export function leftEmpty(blocks: Json[], state: Json): string[] {
  const isEmpty = (value: unknown) =>
    value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return elements(blocks)
    .filter(({ block, element }) => {
      if (block.type !== "input" || block.optional === true) return false;
      const [kept] = PLACES[String(element.type)] ?? ["value"];
      const inBlock = (state.values as Record<string, Json>)[String(block.block_id)];
      const held = inBlock?.[String(element.action_id)];
      return isObject(held) && isEmpty(held[kept]);
    })
    .map(({ block }) => String((block.label as Json | undefined)?.text));
}

function option(element: Json, value: string): Json {
  const offered = [
    ...objects(element.options),
    ...objects(element.option_groups).flatMap((group) => objects(group.options)),
  ];
  const found = offered.find((one) => one.value === value);
  if (!found) throw new Error(`"${element.action_id}" does not offer "${value}".`);
  return found;
}
