import { isObject, type Json, objects } from "./blocks.ts";
import { addBotMessage } from "./message.ts";
import { refusal, refuseIf } from "./refusal.ts";
import { complaint } from "./rules.ts";
import type { Channel, Workspace } from "./workspace.ts";

/** Slack's upload in three steps: a place is asked for, the bytes are sent there, the upload is declared complete. */
export const uploadMethods = {
  "files.getUploadURLExternal": (workspace: Workspace, args: Json): Json => {
    const length = Number(args.length);
    if (!args.filename || !(length > 0)) throw refusal("invalid_arguments");
    const id = workspace.nextId("F0UP");
    workspace.uploads.set(id, { name: String(args.filename), length });
    return { upload_url: `${workspace.address}/upload/${id}`, file_id: id };
  },

  "files.completeUploadExternal": (workspace: Workspace, args: Json): Json => {
    const named = objects(args.files);
    if (named.length === 0) throw refusal("invalid_arguments");
    const channel = args.channel_id ? placeToShare(workspace, String(args.channel_id)) : undefined;
    const files = named.map(({ id, title }) => complete(workspace, String(id), title));
    if (channel) share(workspace, channel, files, args);
    return { files };
  },
};

/** Takes the bytes of an upload; false where nothing was announced, or something of another length. */
export function takeUpload(workspace: Workspace, id: string, bytes: Buffer): boolean {
  const upload = workspace.uploads.get(id);
  if (!upload || upload.length !== bytes.length) return false;
  upload.bytes = bytes;
  return true;
}

/** Refuses image blocks that name a file Slack doesn't have, or has not looked through yet. */
export function checkSlackFiles(workspace: Workspace, blocks: unknown): void {
  const problems = objects(blocks).flatMap(({ type, slack_file }, index) => {
    if (type !== "image" || !isObject(slack_file)) return [];
    const at = `/blocks/${index}/slack_file`;
    const id = String(slack_file.id);
    if (!/^[F][A-Z0-9]{8,}$/.test(id))
      return [complaint("input must match regex pattern: ^[F][A-Z0-9]{8,}$", `${at}/id`)];
    const file = workspace.files.get(id);
    const shown = file && (file.readyAt ?? 0) <= workspace.clock.now();
    return shown && String(file.json.mimetype).startsWith("image/")
      ? []
      : [complaint("invalid slack file", at)];
  });
  refuseIf(problems, "invalid_blocks");
}

function placeToShare(workspace: Workspace, id: string): Channel {
  const channel = workspace.channels.get(id);
  if (!channel?.bot) throw refusal("channel_not_found");
  return channel;
}

// Slack posts a message of its own making about the file, which carries no metadata of the app's.
function share(workspace: Workspace, channel: Channel, files: Json[], { initial_comment }: Json): void {
  const message = addBotMessage(workspace, channel, { text: initial_comment });
  message.subtype = "file_share";
  message.files = files;
}

const PNG = Buffer.from("89504e470d0a1a0a", "hex");

function complete(workspace: Workspace, id: string, title: unknown): Json {
  const upload = workspace.uploads.get(id);
  if (!upload?.bytes) throw refusal("file_not_found");
  const json = {
    id,
    name: upload.name,
    title: title ?? upload.name,
    mimetype: upload.bytes.subarray(0, 8).equals(PNG) ? "image/png" : "application/octet-stream",
    user: workspace.app.botUser,
    size: upload.length,
    mode: "hosted",
    channels: [],
    ims: [],
  };
  const readyAt = workspace.clock.now() + workspace.fileDelay;
  workspace.files.set(id, { json, content: upload.bytes, readyAt });
  // What Slack answers before it has looked through the file.
  return { ...json, mimetype: "" };
}
