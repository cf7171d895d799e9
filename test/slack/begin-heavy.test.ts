import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { COLD_SOUP, likeColdSoup, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

const heavy = (id: string) =>
  likeColdSoup({
    "flow: cold-soup": `flow: ${id}`,
    "Cold soup & no <spoon>": id,
    "heavy: false": "heavy: true\n  after: Take a breath.",
  });

const flows = [COLD_SOUP, heavy("burnt-soup"), heavy("spilt-soup")];
let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom({ flows });
});
afterEach(() => room.close());

const ada = () => room.slack.person("U1");
const running = async () => (await room.practice())?.session.flow.id;
const wish = (id: string) => ada().command("/practice", id).then(room.quiet);
const press = (message: Message, action: string) => ada().clicks(message, action).then(room.quiet);
const practiseHeavy = async (id: string) => {
  await wish(id);
  await press(room.last(), "care:begin");
  await ada().writes("stop").then(room.quiet);
  await room.pass(10_000);
};

describe("a heavy practice", () => {
  it("asks first, with its content note, and begins when it is told to", async () => {
    await wish("burnt-soup");
    expect(room.last().text).toContain("Before you begin: burnt-soup. Easy, about 3 minutes, heavy.");
    expect(room.last().text).toContain("Robin is short with you.");
    expect(await running()).toBeUndefined();
    await press(room.last(), "care:begin");
    expect(await running()).toBe("burnt-soup");
  });

  it("says its content note once", async () => {
    await wish("burnt-soup");
    await press(room.last(), "care:begin");
    const said = room.told().filter((text) => text.includes("Robin is short with you."));
    expect(said).toHaveLength(1);
    await ada().writes("stop").then(room.quiet);
    await wish("cold-soup");
    const light = room.told().filter((text) => text.includes("Robin is short with you."));
    expect(light).toHaveLength(2);
  });

  it("can be left for another", async () => {
    await wish("burnt-soup");
    await press(room.last(), "practice:choose");
    expect(room.last().text).toContain("Choose a customer");
    expect(await running()).toBeUndefined();
  });

  it("asks once when Start is pressed twice, and begins once when Begin is", async () => {
    await Promise.all([wish("burnt-soup"), wish("burnt-soup")]);
    expect(room.told()).toHaveLength(1);
    const question = room.last();
    await Promise.all([press(question, "care:begin"), press(question, "care:begin")]);
    expect(room.told()).toHaveLength(3);
  });

  it("after a heavy one says so, and offers a lighter one", async () => {
    await practiseHeavy("burnt-soup");
    await wish("spilt-soup");
    expect(room.last().text).toContain(
      "Your last practice was heavy too. A lighter one may be good now: Cold soup",
    );
    await press(room.last(), "start:cold-soup");
    expect(await running()).toBe("cold-soup");
  });

  it("asks again when the question is older than the heavy practice before it", async () => {
    await wish("spilt-soup");
    const question = room.last();
    await practiseHeavy("burnt-soup");
    await press(question, "care:begin");
    expect(await running()).toBeUndefined();
    expect(room.last().text).toContain("Your last practice was heavy too.");
    await press(room.last(), "care:begin");
    expect(await running()).toBe("spilt-soup");
  });

  it("chosen in the list says in the list that something is asked first", async () => {
    await ada().command("/practice").then(room.quiet);
    await ada()
      .submits(room.slack.openView("U1") as never, { "choose:customer": "burnt-soup" })
      .then(room.quiet);
    expect(JSON.stringify(room.slack.openView("U1")?.blocks)).toContain("I have written to you before");
    expect(room.last().text).toContain("Before you begin");
  });

  it("chosen in the middle of another asks only once that one is stopped", async () => {
    await room.begin();
    await room.pass(10_000);
    await wish("burnt-soup");
    expect(room.last().text).toContain("You are in the middle of a practice");
    await press(room.last(), "practice:switch");
    expect(room.last().text).toContain("Before you begin: burnt-soup");
    expect(await running()).toBeUndefined();
  });

  it("whose customer was taken off the list since says so", async () => {
    await wish("burnt-soup");
    const question = structuredClone(room.last());
    const [, actions] = question.blocks as [unknown, { elements: { value: string }[] }];
    Object.assign(actions.elements[0] ?? {}, { value: JSON.stringify(["gone", ""]) });
    await press(question, "care:begin");
    expect(room.last().text).toContain("no longer available");
  });
});

it("a practice that is not heavy begins at once", async () => {
  await wish("cold-soup");
  expect(await running()).toBe("cold-soup");
});
