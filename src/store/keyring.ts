import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** A text that nobody can read without the key of that name. */
export type Sealed = { keyId: string; sealed: string };

/** Keys for what must not be read by whoever gets hold of the database: the first seals, all open. */
export type Keyring = {
  /** The name of the key that seals. */
  newest: string;
  /** @throws {UnknownKey} when the key of that name is not here. */
  need(keyId: string): void;
  /** Seals a text for one owner; copied to another's place it cannot be opened any more. */
  seal(owner: string, text: string): Sealed;
  /**
   * @throws {UnknownKey} when it was sealed with a key that is not here.
   * @throws an Error when it was changed, or sealed for another owner.
   */
  open(owner: string, sealed: Sealed): string;
};

/** What is sealed was sealed with a key that TIGHTROPE_KEY no longer holds. */
export class UnknownKey extends Error {
  constructor(keyId: string) {
    super(
      `A token was encrypted with the key ${keyId}, which TIGHTROPE_KEY does not hold. Put the earlier key back behind the new one, with a comma between them.`,
    );
  }
}

const CIPHER = "aes-256-gcm";
const KEY = 32;
const NONCE = 12;
const TAG = 16;

/** Reads keys of 32 bytes as hex or base64, with commas between them; nothing where one is none, or none is there. */
export function readKeys(text: string): Buffer[] | undefined {
  const keys = partsOf(text).map(readKey);
  return keys.length > 0 && keys.every((key) => key !== undefined) ? keys : undefined;
}

/** Says which of several keys are none, without a word of them; nothing where there is one alone, or all are well. */
export function whichAreNoKeys(text: string): string | undefined {
  const parts = partsOf(text);
  const wrong = parts.flatMap((part, at) => (readKey(part) ? [] : [`${at + 1}`]));
  if (parts.length < 2 || wrong.length === 0) return undefined;
  const which = `${wrong.length === 1 ? "key" : "keys"} ${LIST.format(wrong)}`;
  return `Of the ${parts.length} keys in TIGHTROPE_KEY, ${which} cannot be read.`;
}

const LIST = new Intl.ListFormat("en");

const partsOf = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

function readKey(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined;
  const key = Buffer.from(text, "base64");
  return key.length === KEY ? key : undefined;
}

// Enough to tell keys apart, and nothing that helps to find one.
const nameOf = (key: Buffer) =>
  createHash("sha256").update("tightrope key\n").update(key).digest("hex").slice(0, 12);

/** Makes keys ready for use: AES-256-GCM with a fresh nonce each time, bound to the owner. */
export function keyringOf(keys: readonly Buffer[]): Keyring {
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const [first] = keys;
  if (!first) throw new RangeError("A keyring needs a key.");
  const newest = nameOf(first);
  const keyOf = (keyId: string) => {
    const key = byName.get(keyId);
    if (!key) throw new UnknownKey(keyId);
    return key;
  };
  return {
    newest,
    seal: (owner, text) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, first, nonce).setAAD(boundTo(owner, newest));
      const words = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), words]).toString("base64");
      return { keyId: newest, sealed };
    },
    need: (keyId) => void keyOf(keyId),
    open: (owner, { keyId, sealed }) => {
      const bytes = Buffer.from(sealed, "base64");
      const opener = createDecipheriv(CIPHER, keyOf(keyId), bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(boundTo(owner, keyId))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([opener.update(bytes.subarray(NONCE + TAG)), opener.final()]).toString("utf8");
    },
  };
}

const boundTo = (owner: string, keyId: string) => Buffer.from(JSON.stringify(["installation", owner, keyId]));
