/** Whether a channel is somebody's direct message with the app, in which it can look what arrived. */
export const isDirect = (channel: string): boolean => channel.startsWith("D");
