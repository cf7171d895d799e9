/** Whether a command was typed in a channel, where a team can do something together. */
export const isChannel = ({ channel_id, channel_name }: { channel_id: string; channel_name: string }) =>
  !channel_id.startsWith("D") && channel_name !== "directmessage" && !channel_name.startsWith("mpdm-");
