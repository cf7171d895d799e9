/** A file or picture isn't there yet and nothing was posted; its message waits a little, and tries again. */
export class FileLate extends Error {
  /** For how many ms Slack asks to be left in peace with files. */
  readonly patience: number;

  constructor(reason: string, patience = 0) {
    super(reason);
    this.patience = patience;
  }
}
