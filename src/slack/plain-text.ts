/** Words as Slack's labels, titles and buttons take them: without any formatting. */
export const plainText = (text: string) => ({ type: "plain_text" as const, text });
