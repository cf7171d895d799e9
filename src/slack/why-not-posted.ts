const IN_WORDS: Readonly<Record<string, string>> = {
  is_archived: "That channel is archived, so nobody writes there any more.",
  restricted_action: "I'm not allowed to write there. Whoever looks after that channel can change that.",
  user_disabled: "That account is deactivated, so nobody would see it.",
};
const NOT_IN_IT = ["not_in_channel", "channel_not_found"];

/**
 * Why Slack does not let us post somewhere, and what to do about it, by the code of its refusal; nothing where the code
 * says too little.
 * @param then what can be done once I am invited, as "share it again".
 */
export function whyNotPosted(code: string, then?: string): string | undefined {
  if (NOT_IN_IT.includes(code))
    return `I'm not in that channel, or can't see it. Somebody in it can write /invite and my name there${then ? `; then ${then}` : ""}.`;
  return Object.hasOwn(IN_WORDS, code) ? IN_WORDS[code] : undefined;
}
