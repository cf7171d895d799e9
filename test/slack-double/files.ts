import type { Json } from "./blocks.ts";
import { refusal } from "./refusal.ts";
import type { Workspace } from "./workspace.ts";

/** A file as a person drops it into a message. */
export type GivenFile = {
  name: string;
  content?: string | Buffer;
  mimetype?: string;
  /** Slack only shows it, and somebody else holds it. */
  external?: string;
};

/** Stores a file a person shared, and says what Slack says about it in events. */
export function shareFile(workspace: Workspace, person: string, file: GivenFile): Json {
  const content = Buffer.from(file.content ?? "");
  const id = workspace.nextId("F");
  const place = file.external ?? `${workspace.address}/files/${id}/${encodeURIComponent(file.name)}`;
  const json = {
    id,
    name: file.name,
    title: file.name,
    mimetype: file.mimetype ?? "text/plain",
    filetype: file.name.split(".").at(-1),
    user: person,
    size: content.length,
    mode: file.external ? "external" : "hosted",
    is_external: file.external !== undefined,
    file_access: "visible",
    url_private: place,
    url_private_download: place,
  };
  workspace.files.set(id, { json, content });
  return json;
}

/** Slack's `files.info`. */
export const fileMethods = {
  "files.info": (workspace: Workspace, args: Json): Json => {
    const stored = workspace.files.get(String(args.file));
    if (!stored) throw refusal("file_not_found");
    return { file: stored.json };
  },
};
