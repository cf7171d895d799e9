import { expect, it } from "vitest";
import { clientOf, refused } from "./client.ts";
import { startSlackDouble } from "./slack-double.ts";

it("an upload that is completed for a channel is posted there, without the app's metadata", async () => {
  const slack = await startSlackDouble({
    scopes: ["files:write"],
    people: [{ id: "U1" }],
    channels: [{ id: "C1", bot: true }],
  });
  const client = clientOf(slack);
  const { upload_url = "", file_id: id = "" } = await client.files.getUploadURLExternal({
    filename: "a.csv",
    length: 3,
  });
  await fetch(upload_url, { method: "POST", body: "a,b" });
  const complete = (channel_id: string) =>
    client.files.completeUploadExternal({ files: [{ id }], channel_id, initial_comment: "Here it is." });
  expect(await refused(complete("C9"))).toBe("channel_not_found");
  await complete("C1");
  expect(slack.channel("C1", "U1")).toMatchObject([{ text: "Here it is.", bot: true, files: [{ id }] }]);
  expect(slack.channel("C1", "U1")[0]?.metadata).toBeUndefined();
  await slack.close();
});
