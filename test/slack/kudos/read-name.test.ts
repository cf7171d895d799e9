import { describe, expect, it } from "vitest";
import { personNamed } from "../../../src/slack/kudos/read-name.ts";

const people = [
  { id: "U1", name: "Tomás Lindqvist" },
  { id: "U2", name: "Grace Okafor" },
  { id: "U3", name: "Grace Lee" },
];
const named = (words: string) => personNamed(words, { people, channels: [] });

describe("a name after the command", () => {
  it.each([
    ["<@U2|grace>", "U2"],
    ["<@WABC1>", "WABC1"],
    ["@tomas", "U1"],
    ["tomás lindqvist", "U1"],
    ["Grace O", undefined],
    ["grace", undefined],
    ["", undefined],
    ["<#C1|grace>", undefined],
  ])("%s", (words, person) => {
    expect(named(words)).toBe(person);
  });
});
