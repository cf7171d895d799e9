import { type ParseArgsOptionDescriptor, parseArgs } from "node:util";
import { nearest } from "../flow/problem.ts";

/** An option of a command: how it is read, what stands behind it, and what it is for. */
export type Option = ParseArgsOptionDescriptor & { takes?: string; does: string };
export type Options = Record<string, Option>;

/** How a command is used: all that `--help` tells. */
export type Usage<Own extends Options = Options> = {
  /** What is typed, such as `npm run flows -- check`. */
  command: string;
  /** What may be typed behind it besides options, such as `[FLOW …]`; nothing when there is nothing. */
  takes?: string | undefined;
  /** What it does: a sentence, and more below it where there is more to know. */
  does: string;
  options: Own;
  /** What can be typed, and what comes of it. */
  examples: readonly (readonly [typed: string, comes: string])[];
  more?: string;
};

type Reading<Own extends Options> = { args: string[]; options: Own; allowPositionals: true };

/** What was typed behind a command: its options under `values`, and everything else. */
export type Given<Own extends Options> = ReturnType<typeof parseArgs<Reading<Own>>>;

const HELP = ["--help", "-h"];

/**
 * Reads what was typed behind a command. Where that is `--help`, it prints how the command is used and ends; what
 * cannot be understood is told in a sentence, and ends it with 1.
 */
export function given<Own extends Options>(
  usage: Usage<Own>,
  args: readonly string[] = process.argv.slice(2),
): Given<Own> {
  const [own] = splitAt(args, "--");
  if (own.some((arg) => HELP.includes(arg))) {
    console.log(helpOf(usage));
    process.exit(0);
  }
  const complaint = whatIsMistyped(usage, args);
  if (complaint) mistyped(usage, complaint);
  return parseArgs<Reading<Own>>({ args: [...args], options: usage.options, allowPositionals: true });
}

/** Tells in a sentence what cannot be understood, and where to read on; ends the command with 1. */
export function mistyped({ command }: Pick<Usage, "command">, sentence: string): never {
  console.error(`${sentence}\nHow it is used:  ${handingOn(command)} --help`);
  process.exit(1);
}

// Behind `--` npm hands options on to the command.
const handingOn = (command: string) => `${command}${command.includes(" -- ") ? "" : " --"}`;

function whatIsMistyped({ command, takes, options }: Usage, args: readonly string[]): string | undefined {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional" && takes === undefined)
      return `"${token.value}" is not understood: ${command} takes nothing but options.`;
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const option = options[name];
    if (!option) {
      const near = nearest(name, Object.keys(options));
      return `There is no option ${rawName}.${near ? ` Did you mean "--${near}"?` : ""}`;
    }
    if (option.type === "boolean" && value !== undefined)
      return `--${name} stands alone, without "=${value}".`;
    // What begins with a hyphen is the next option, unless it is tied to this one.
    if (option.type === "string" && (value === undefined || (!inlineValue && /^-./.test(value))))
      return `--${name} needs something behind it:  --${name} ${option.takes}`;
  }
  return undefined;
}

function splitAt(args: readonly string[], mark: string): [string[], string[]] {
  const at = args.indexOf(mark);
  return at < 0 ? [[...args], []] : [args.slice(0, at), args.slice(at + 1)];
}

/** How a command is used, as its `--help` prints it. */
export function helpOf({ command, takes, does, options, examples, more }: Usage): string {
  const listed = [
    ...Object.entries(options).map(
      ([name, option]) => [`--${name}${option.takes ? ` ${option.takes}` : ""}`, option.does] as const,
    ),
    ["-h, --help", "this help"] as const,
  ];
  return [
    typedAs({ command, takes }),
    does,
    `Options:\n${twoColumns(listed)}`,
    `For example:\n${twoColumns(examples)}`,
    ...(more === undefined ? [] : [more]),
  ].join("\n\n");
}

/** What is typed, with what may stand behind it. */
export const typedAs = ({ command, takes }: Pick<Usage, "command" | "takes">): string =>
  takes === undefined ? command : `${handingOn(command)} ${takes}`;

const WIDEST_FIRST = 44;

/** Two columns as text; where the first is too wide, the second begins on a line of its own. */
export function twoColumns(rows: readonly (readonly [first: string, second: string])[]): string {
  const width = Math.max(
    ...rows.map(([first]) => first.length).filter((length) => length <= WIDEST_FIRST),
    0,
  );
  return rows
    .map(([first, second]) =>
      first.length > WIDEST_FIRST
        ? `  ${first}\n  ${" ".repeat(width)}  ${second}`
        : `  ${first.padEnd(width)}  ${second}`,
    )
    .join("\n");
}
