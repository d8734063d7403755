import type { RecordedFigure } from '../lib/commands/speed-table';

export type Figure = RecordedFigure;

/** Whether a figure is within its bound; one without has none to break. */
export function holds({ measured, atMost }: Figure): boolean {
  return atMost === undefined || measured <= atMost;
}
