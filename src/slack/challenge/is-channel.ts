import { isDirect } from "../is-direct.ts";

/** Whether a command was typed in a channel, where a team can do something together. */
export const isChannel = ({ channel_id, channel_name }: { channel_id: string; channel_name: string }) =>
  !isDirect(channel_id) && channel_name !== "directmessage" && !channel_name.startsWith("mpdm-");
