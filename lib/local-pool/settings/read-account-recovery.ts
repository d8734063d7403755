import type { Findings } from './findings';
import type { RecoveryMechanism } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

const list = 'AccountRecoverySetting.RecoveryMechanisms';
const name = `${list}[].Name` as const;
const priority = `${list}[].Priority` as const;

/**
 * Where the code for a forgotten password may go, the first choice first. Empty without AccountRecoverySetting: then a
 * verified phone number goes before e-mail (template reference).
 */
export function readAccountRecovery(
  read: PropertyReader<typeof userPoolProperties>,
  findings: Findings,
): readonly RecoveryMechanism[] {
  if (read.at('AccountRecoverySetting') === undefined) return [];
  const mechanisms = read.items(list).flatMap((item) => {
    const [mechanism, rank] = [item.choice(name), item.integer(priority)];
    for (const path of [name, priority]) {
      if (item.at(path) === undefined) refuse(item.concrete(path), 'nothing', 'a value', 'Write Name and Priority.');
    }
    return mechanism === undefined || rank === undefined ? [] : [{ mechanism, rank }];
  });
  const ordered = mechanisms.toSorted((left, right) => left.rank - right.rank).map(({ mechanism }) => mechanism);

  const isAmbiguous = new Set(mechanisms.map(({ rank }) => rank)).size < mechanisms.length;
  const isAdminAndMore = ordered.includes('admin_only') && ordered.length > 1;
  if (read.items(list).length === 0) {
    refuse(list, 'none', 'one or two mechanisms', 'Write verified_email or admin_only, or leave the setting out.');
  } else if (isAmbiguous || isAdminAndMore) {
    const expected = 'admin_only alone, or mechanisms with different priorities';
    refuse(list, ordered.join(', '), expected, 'Give each mechanism a Priority of its own, and admin_only no company.');
  }
  return ordered;

  function refuse(path: string, got: string, expected: string, nextStep: string): void {
    findings.stop(read.logicalId, path, { got, expected, nextStep });
  }
}
