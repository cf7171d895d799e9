import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OPENING, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
  await room.begin();
});
afterEach(() => room.close());

const replies = async () => (await room.practice())?.session.turns.map(({ reply }) => reply);

describe("what is written within the quiet time", () => {
  it("the customer answers once it has been quiet for two seconds, and not before", async () => {
    await room.slack.person("U1").writes("Hello Robin");
    await room.pass(1_999);
    expect(room.customerSaid()).toEqual([OPENING]);
    await room.pass(1);
    expect(room.customerSaid()).toHaveLength(2);
  });

  it("several quick messages are one turn", async () => {
    for (const words of ["Hello", "so sorry", "I see the soup was cold"]) {
      await room.slack.person("U1").writes(words);
      await room.pass(1_500);
    }
    await room.pass(2_000);
    expect(await replies()).toEqual(["Hello\nso sorry\nI see the soup was cold"]);
    expect(room.customerSaid()).toHaveLength(2);
  });

  it("two messages of the same instant are both heard, in the order in which they were written", async () => {
    const first = room.slack.unsent("U1").writes("one");
    const second = room.slack.unsent("U1").writes("two");
    await Promise.all([room.slack.deliver(second), room.slack.deliver(first)]);
    await room.pass(2_000);
    expect(await replies()).toEqual(["one\ntwo"]);
  });

  it("in another language, it is answered, and the app says once that it reads English only", async () => {
    for (const words of [
      "Es tut mir leid, dass Ihr Essen nicht warm angekommen ist.",
      "Wir haben Ihnen eine neue Suppe bestellt.",
    ]) {
      await room.slack.person("U1").writes(words);
      await room.pass(2_000);
    }
    expect(await replies()).toHaveLength(2);
    expect(room.customerSaid()).toHaveLength(3);
    const said = room.slack.dm("U1").filter(({ text }) => text?.includes("I read English only"));
    expect(said).toHaveLength(1);
  });

  it("an edit changes what is heard", async () => {
    const { ts } = await room.slack.person("U1").writes("The soap is cold?");
    await room.slack.person("U1").edits(ts, "The soup is cold?");
    await room.pass(2_000);
    expect(await replies()).toEqual(["The soup is cold?"]);
  });

  it("what is deleted is not heard", async () => {
    const { ts } = await room.slack.person("U1").writes("Whatever");
    await room.slack.person("U1").writes("I hear you");
    await room.slack.person("U1").deletes(ts);
    await room.pass(2_000);
    expect(await replies()).toEqual(["I hear you"]);
  });

  it("nothing is answered when everything was deleted", async () => {
    const { ts } = await room.slack.person("U1").writes("Whatever");
    await room.slack.person("U1").deletes(ts);
    await room.pass(10_000);
    expect(await replies()).toEqual([]);
  });

  it("words are read as they were typed, and shown as they were said", async () => {
    await room.slack.person("U1").writes("Soup &amp; bread &lt;now&gt;?");
    await room.pass(2_000);
    expect(await replies()).toEqual(["Soup & bread <now>?"]);
  });

  it("two trainees are answered each for themselves", async () => {
    await room.begin("U2");
    await room.slack.person("U1").writes("Hello from one");
    await room.slack.person("U2").writes("Hello from two");
    await room.pass(2_000);
    expect((await room.practice("U2"))?.session.turns.map(({ reply }) => reply)).toEqual(["Hello from two"]);
    expect(await replies()).toEqual(["Hello from one"]);
  });

  it("a slow first message does not pull the second one's answer forward", async () => {
    await room.slack.person("U1").writes("one");
    await room.quiet();
    room.slack.clock.advance(2_000);
    const [due] = await room.store.dueNow();
    await room.slack.person("U1").writes("two");
    await room.quiet();
    // Somebody who looked at the clock before that message still believes it is time.
    await room.store.onDue(due as never, async () => expect.unreachable());
  });
});

describe("silence", () => {
  it("the customer asks once whether anybody is there", async () => {
    await room.pass(60_000);
    expect(room.customerSaid()).toEqual([OPENING, "Hello? Anybody there?"]);
    await room.pass(600_000);
    expect(room.customerSaid()).toHaveLength(2);
  });

  it("asks again after the next silence", async () => {
    await room.pass(60_000);
    await room.slack.person("U1").writes("Here I am");
    await room.pass(2_000);
    await room.pass(60_000);
    expect(room.customerSaid().filter((line) => line.startsWith("Hello?"))).toHaveLength(2);
  });

  it("is over with the first word, before that is answered", async () => {
    await room.pass(59_000);
    await room.slack.person("U1").writes("Here I am");
    await room.pass(1_000);
    expect(room.customerSaid()).toEqual([OPENING]);
    await room.pass(1_000);
    expect(room.customerSaid()).toHaveLength(2);
    await room.pass(60_000);
    expect(room.customerSaid().at(-1)).toMatch(/^Hello\?/);
  });

  it("goes on where what was written is taken back before anybody has read it", async () => {
    await room.pass(30_000);
    const { ts } = await room.slack.person("U1").writes("Here I am");
    await room.slack.person("U1").deletes(ts);
    await room.pass(30_000);
    expect(room.customerSaid()).toEqual([OPENING, "Hello? Anybody there?"]);
  });

  it("is respected while the practice is paused, and after it", async () => {
    await room.slack.person("U1").writes("pause");
    await room.pass(600_000);
    await room.slack.person("U1").writes("stop");
    await room.pass(600_000);
    expect(room.customerSaid()).toEqual([OPENING]);
  });

  it("is counted anew when the practice goes on", async () => {
    await room.slack.person("U1").writes("pause");
    await room.pass(600_000);
    await room.slack.person("U1").writes("resume");
    await room.pass(59_000);
    expect(room.customerSaid()).toHaveLength(1);
    await room.pass(1_000);
    expect(room.customerSaid()).toHaveLength(2);
  });
});
