/** Said of a message that nobody can look for, and under which a button removes it. */
export const inDoubt = (what: string, where: string, button: string): string =>
  `Slack did not say whether ${what} arrived in ${where}, so I did not send it twice. Please look there. If it is there, press ${button} under it when you want it gone: I can't remove it before that.`;
