/** One line of the log: what happened, and flat fields about it. An undefined field is left out. */
export type LogLine = { readonly event: string } & Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

export type WriteLine = (line: LogLine) => void;

/**
 * Writes one line of JSON to standard output. Not through `console`, which Lambda prefixes with a time and a request
 * id, so that the line would no longer be JSON.
 */
export const writeLine: WriteLine = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
