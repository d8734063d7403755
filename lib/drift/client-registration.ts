import type { Located } from '../posture/subject';
import { isObject, member } from '../template/value';
import type { TouchedControl } from './difference';
import type { Judge } from './touched-controls';

/**
 * Dynamic client registration (RFC 7591). CloudFormation has no property for it, so that no template can turn it on: where it
 * is on, somebody did that by hand (API_UpdateUserPool).
 */
export const registrationProperty = 'DcrConfiguration';

/** Open to anybody it is what CGN-CLI-19 forbids; for those who have a token for it nothing says whether it is weaker. */
export function registrationControls(judge: Judge, { resource }: Located): readonly TouchedControl[] {
  const found = resource.properties[registrationProperty];
  const isOpen = isObject(found) && member(found, 'OpenDcrEnabled') === true;
  const verdict = isOpen ? 'fail' : 'pass';
  return judge.ofControl('CGN-CLI-19', { verdict, direction: isOpen ? 'weaker' : 'unknown' });
}
