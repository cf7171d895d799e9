import { describe, expect, it } from "vitest";
import { mapInMarkdown, mermaid } from "../../src/workshop/mermaid.ts";
import { moodMap } from "../../src/workshop/mood-map.ts";
import { flowFrom } from "../flow/play-with.ts";
import { flowOfMoods } from "./made-up.ts";

describe("the map as Mermaid text", () => {
  it("draws every mood, ending and path", () => {
    expect(mapInMarkdown(moodMap(flowFrom("minimal.yml")))).toBe(`\`\`\`mermaid
---
title: "A late parcel"
---
stateDiagram-v2
  state "cross" as s0
  state "any mood" as s1
  state "calm (good ending)" as s2
  state "left (bad ending)" as s3
  [*] --> s0
  s0 --> s3: 1#58; dismiss
  s0 --> s2: 2
  s1 --> s3: 3#58; from message 9 on
  classDef good fill:#e2f0e5,stroke:#1d5c3a,color:#22222e
  classDef bad fill:#f8e5de,stroke:#8f2d14,color:#22222e
  class s2 good
  class s3 bad
\`\`\`

1. **cross** to **left**: dismiss
2. **cross** to **calm**: solution, trust at least 10
3. **any mood** to **left**: from message 9 on
`);
  });

  it("takes names that are words of Mermaid, and any title", () => {
    const text = mermaid(moodMap(flowOfMoods(["end", "state", "note"], 'A "late"; #parcel\n---')));
    expect(text).toContain('title: "A \\"late\\"; #parcel\\n---"');
    expect(text).toContain('  state "end" as s0');
    expect(text.split("\n").filter((line) => /^ {2}(end|note|state)\b(?! ")/.test(line))).toEqual([]);
  });
});
