/** A block, an element or a text object as Slack stores it: whatever JSON the app sent. */
export type Json = { [key: string]: unknown };

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list, and nothing for what is no list. */
export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** An interactive element with the block it stands in. */
export type Placed = { block: Json; element: Json };

/** Every element that a person could touch, in reading order. */
export function elements(blocks: Json[]): Placed[] {
  return blocks.flatMap((block) => {
    const inside = [block.accessory, block.element, ...objects(block.elements)].filter(isObject);
    return inside
      .filter((element) => typeof element.action_id === "string")
      .map((element) => ({ block, element }));
  });
}

/** Blocks as Slack keeps them: each block and each interactive element has an id. */
export function withIds(blocks: Json[], nextId: () => string): Json[] {
  const touchable = (value: unknown): value is Json =>
    isObject(value) &&
    !["image", "mrkdwn", "plain_text", "url"].includes(String(value.type)) &&
    !String(value.type).startsWith("rich_text_");
  const named = (value: unknown) =>
    touchable(value) && !value.action_id ? { ...value, action_id: nextId() } : value;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? nextId(),
    ...(block.accessory ? { accessory: named(block.accessory) } : {}),
    ...(block.element ? { element: named(block.element) } : {}),
    ...(Array.isArray(block.elements) ? { elements: block.elements.map(named) } : {}),
  }));
}

/** What Slack puts in notifications when an app sends blocks without a text. */
export function textOf(blocks: Json[]): string {
  const textIn = (value: unknown) => (isObject(value) ? String(value.text ?? "") : String(value ?? ""));
  return blocks
    .flatMap((block) => [
      block.text,
      ...objects(block.fields),
      ...(block.type === "context" ? objects(block.elements) : []),
    ])
    .map(textIn)
    .filter((text) => text !== "")
    .join(" ");
}
