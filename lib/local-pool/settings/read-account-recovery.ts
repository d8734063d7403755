import type { Complaint, Findings } from './findings';
import type { RecoveryMechanism } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

const list = 'AccountRecoverySetting.RecoveryMechanisms';
const name = `${list}[].Name` as const;
const priority = `${list}[].Priority` as const;

/** What a pool has for which AccountRecoverySetting is left out (read back on bare pools, cdk-real-drift). */
const recoveryOfTheService: readonly RecoveryMechanism[] = ['verified_email', 'verified_phone_number'];

/**
 * Where the code for a forgotten password may go, the first choice first. Empty for a setting without mechanisms, which is
 * how pools of old have it: then a verified phone number goes before e-mail (developer guide, "Passwords, account
 * recovery, and password policies"; terraform-provider-aws #26223).
 */
export function readAccountRecovery(
  read: PropertyReader<typeof userPoolProperties>,
  findings: Findings,
): readonly RecoveryMechanism[] {
  if (read.at('AccountRecoverySetting') === undefined) return recoveryOfTheService;
  if (read.at(list) === undefined) return [];
  const mechanisms = read.items(list).flatMap((item) => {
    const [mechanism, rank] = [item.choice(name), item.integer(priority)];
    for (const path of [name, priority]) {
      if (item.at(path) === undefined)
        refuse(item.concrete(path), { got: 'nothing', expected: 'a value', nextStep: 'Write Name and Priority.' });
    }
    return mechanism === undefined || rank === undefined ? [] : [{ mechanism, rank }];
  });
  const ordered = mechanisms.toSorted((left, right) => left.rank - right.rank).map(({ mechanism }) => mechanism);
  const got = ordered.join(', ');
  if (read.items(list).length === 0) {
    const nextStep = 'Write verified_email or admin_only, or leave the setting out.';
    refuse(list, { got: 'none', expected: 'one or two mechanisms', nextStep });
  } else if (
    new Set(ordered).size < ordered.length ||
    new Set(mechanisms.map(({ rank }) => rank)).size < ordered.length
  ) {
    refuse(list, {
      got,
      expected: 'different mechanisms with different priorities',
      nextStep: 'Give each mechanism a Priority of its own.',
      words: `${invalid} cannot have duplicate priorities or recovery mechanisms.`,
    });
  } else if (ordered.includes('admin_only') && ordered.length > 1) {
    refuse(list, {
      got,
      expected: 'admin_only alone',
      nextStep: 'Give admin_only no company.',
      words: `${invalid} cannot use admin_only setting with any other recovery mechanisms.`,
    });
  }
  return ordered;

  function refuse(path: string, complaint: Complaint): void {
    findings.stop(read.logicalId, path, complaint);
  }
}

const invalid = 'Invalid account recovery setting parameter. Account Recovery Setting';
