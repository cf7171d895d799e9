import { expect, it } from "vitest";
import { GONE, openPracticeRoom } from "./practice-room.ts";

it("trainers learn from five people's debriefs, once each, and from nothing else", async () => {
  const people = ["U1", "U2", "U3", "U4", "U5"];
  const room = await openPracticeRoom({ people });
  const learned = () => room.store.together("T0001", (desk) => desk.learned("T0001"));
  const end = async (person: string, words: string) => {
    await room.begin(person);
    await room.slack.person(person).writes(words);
    await room.pass(2_000);
    await room.pass(10_000);
  };
  for (const person of people.slice(0, 4)) {
    await end(person, GONE);
    await end(person, "stop");
    expect(await learned()).toEqual([]);
  }
  await end("U5", "stop");
  expect(await learned()).toMatchObject([
    { flow: "cold-soup", talks: { people: 5, marks: { stopped: 1 } }, appeals: { people: 0 } },
  ]);
  await room.close();
});
