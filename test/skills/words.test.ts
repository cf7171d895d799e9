import { expect, test } from "vitest";
import { stem, wordsOf } from "../../src/skills/words.ts";

test.each([
  ["I’m sorry we didn't ring", "i am sorry we did not ring"],
  ["u didnt call, im waiting", "you did not call i am waiting"],
  ["Can't, won't, shan't", "can not will not sha not"],
  ["ill ring u 2moro", "i will ring you tomorrow"],
  ["she feels ill today", "she feels ill today"],
  ["Mum's clock, it's broken", "mum clock it is broken"],
  ["£2.40 at 8:30", "2.40 at 8:30"],
  ["constructorn't __proto__", "constructor not proto"],
])("%j is heard as %j", (said, heard) => {
  expect(
    wordsOf(said)
      .map((word) => word.text)
      .join(" "),
  ).toBe(heard);
});

test.each([
  ["deliveries", "delivery"],
  ["stopped", "stopping"],
  ["thirty", "30"],
  ["second", "twice"],
  ["mum", "mother"],
  ["paid", "paying"],
])("%j and %j count as the same word", (one, other) => {
  expect(stem(one)).toBe(stem(other));
});

test("a text of ASCII alone has the same words as beside a letter that is none", () => {
  const texts = [
    "I'll be there at 7:30, we can't say more (ref. 12.5)... ill?",
    "2nite's call, let's go! y'all`ve got 3rd-party stuff_here, don't",
    "so ill be late; ok ill wait. Ma'am, it's gr8 b4 noon...",
  ];
  for (const text of texts) expect(wordsOf(`${text} é`).slice(0, -1)).toEqual(wordsOf(text));
});
