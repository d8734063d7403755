import type { Clock } from '../../lib/local-pool/clock';

/** A clock that stands still until it is moved. */
export class SetClock implements Clock {
  #now: number;

  constructor(start = Date.UTC(2026, 10, 21, 9, 0, 0)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  advance({
    seconds = 0,
    minutes = 0,
    hours = 0,
    days = 0,
  }: Partial<Record<'seconds' | 'minutes' | 'hours' | 'days', number>>): void {
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}
