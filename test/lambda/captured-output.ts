const consoleMethods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

interface Output {
  /** Everything that was printed, whichever way. */
  text(): string;
  /** The lines of standard output, each of which must be JSON: the log of a trigger. */
  log(): readonly unknown[];
}

/** Everything that is printed from now on, instead of on the terminal. Ends with jest.restoreAllMocks. */
export function captureOutput(): Output {
  const all: string[] = [];
  const log: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    all.push(String(text));
    log.push(String(text));
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    all.push(String(text));
    return true;
  });
  for (const method of consoleMethods) {
    jest.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      all.push(values.map(String).join(' '));
    });
  }
  return {
    text: () => all.join(''),
    log: () =>
      log
        .join('')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line)),
  };
}
