import type { Flow } from "../flow/flow.ts";

const STEERS = /["“'](?:pause|stop|softer|hint|resume)["”']/i;
const OR_TYPE = /,?\s*(?:or|and)\s+(?:type|write)\s+["“'].*$/i;

/** What a customer's content note says to a team: all of it but the words that steer a practice, which nobody types here. */
export function careTogether({ care }: Pick<Flow, "care">): string | undefined {
  const sentences = care.before?.trim().split(/(?<=[.!?])\s+/) ?? [];
  const kept = sentences.flatMap((sentence) => {
    if (!STEERS.test(sentence)) return [sentence];
    const rest = sentence.replace(OR_TYPE, "");
    return rest === sentence ? [] : [`${rest}.`];
  });
  return kept.length > 0 ? kept.join(" ") : undefined;
}
