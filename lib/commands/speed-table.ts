import { z } from 'zod';

const figure = z.strictObject({
  what: z.string(),
  measured: z.number(),
  /** What it may be; a figure without is told and holds nothing. */
  atMost: z.number().optional(),
  unit: z.enum(['ms', 'times', 'MB', 'a second']),
});

const recordedRun = z.strictObject({
  /** YYYY-MM-DD, UTC. */
  date: z.iso.date(),
  /** Processor, number of cores and version of Node.js. */
  machine: z.string(),
  figures: z.array(figure).readonly(),
});

export type RecordedFigure = Readonly<z.infer<typeof figure>>;

/** One run of `npm run bench`, as `bench/figures.json` keeps it. */
export type RecordedRun = Readonly<z.infer<typeof recordedRun>>;

/** @throws z.ZodError for a file of another form */
export function readRecordedRun(text: string): RecordedRun {
  return recordedRun.parse(JSON.parse(text));
}

/** A figure as tables show it: two digits after the point below ten, none from a hundred on. */
export function shownFigure(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size < 10 ? 2 : size < 100 ? 1 : 0);
}

/** The figures of a recorded run as Markdown, with its date. */
export function renderSpeedTable({ date, machine, figures }: RecordedRun): string {
  const rows = figures.map(
    ({ what, measured, atMost, unit }) => `| ${what} | ${shownFigure(measured)} ${unit} | ${bound(atMost, unit)} |`,
  );
  return [`Measured on ${date}: ${machine}.`, '', '| what | measured | at most |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function bound(atMost: number | undefined, unit: string): string {
  return atMost === undefined ? '' : `${atMost} ${unit}`;
}
