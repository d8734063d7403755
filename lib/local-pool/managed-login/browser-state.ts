import type { Clock } from '../clock';
import type { Randomness } from '../randomness';
import { BrowserSessions } from './browser-sessions';
import { Interactions } from './interactions';

/** What the pages of a pool know of browsers. */
export class BrowserState {
  readonly sessions: BrowserSessions;
  readonly interactions: Interactions;
  /** Known to this pool alone: with it the forms of a browser are sealed. */
  readonly formKey: Buffer;

  constructor(clock: Clock, randomness: Randomness) {
    this.sessions = new BrowserSessions(clock, randomness);
    this.interactions = new Interactions(clock, randomness);
    this.formKey = randomness.bytes(32);
  }
}
