import type { LocalService } from '../service';
import type { NotSimulated } from '../settings/findings';
import type { Inbox } from '../state/inbox';
import type { ActivityLog } from './activity';
import type { SampleApp } from './sample-app';

/** What the desk knows of the pools that came from templates; those that CreateUserPool made have nothing of it. */
export interface TemplatePool {
  readonly poolId: string;
  /** Path of the stack that declares the pool, and its logical id there: `dev/auth/UserPool`. */
  readonly path: string;
  readonly notSimulated: readonly NotSimulated[];
}

/** Everything that the pages of the desk show. */
export interface Desk {
  /** For instance http://localhost:9229. */
  readonly origin: string;
  readonly service: LocalService;
  readonly templates: readonly TemplatePool[];
  readonly inbox: Inbox;
  readonly activity: ActivityLog;
  /** Makes the sample application when it is first asked for; undefined where none is at hand. */
  readonly sampleApp: (() => Promise<SampleApp>) | undefined;
}
