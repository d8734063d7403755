import type { Control, Finding } from '../control';
import { decryptsOnlyFor } from '../key-access';
import { conclude, effective, look } from '../look';
import { booleanIn, textIn } from '../reading';
import { retentionFindings } from '../retention';
import type { Located, Subject } from '../subject';
import { roleOf } from '../triggers';
import { type Truth, verdictOf } from '../truth';
import { readingOf, resourcesIn, valueAt } from '../value-at';
import { isBeyondSandbox, wantedWhere } from '../wanted-where';

const property = 'LambdaConfig.KMSKeyID';
const senders = ['CustomEmailSender', 'CustomSMSSender'].map((name) => `LambdaConfig.${name}.LambdaArn`);
const rotation = 'EnableKeyRotation';

export const senderKey: Control = {
  id: 'CGN-KMS-01',
  what: 'Custom senders have a symmetric key of their own, which rotates, is kept, and decrypts for their roles alone.',
  why: 'Codes and temporary passwords are encrypted with it: whoever decrypts them signs in as anybody.',
  sources: [{ source: 'AWS developer guide', id: 'user-pool-lambda-custom-sender-triggers' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'triggers.customEmailSender',
  check: (subject) => subject.pools.flatMap(({ pool }) => findings(pool, subject)),
  orders: [
    {
      type: 'AWS::KMS::Key',
      property: rotation,
      measure: effective(rotation, false),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};

function findings(pool: Located, subject: Subject): readonly Finding[] {
  const arn = valueAt(pool.resource, property);
  const declared = senders.flatMap((name) => valueAt(pool.resource, name) ?? []);
  if (arn === undefined && declared.length === 0) return [];
  const isPaired = arn !== undefined && declared.length > 0;
  const wanted = isPaired ? 'a key for custom senders' : 'a key and custom senders, or neither';
  const pairing = conclude(pool, property, readingOf(arn), wanted, pool.resource.condition ? undefined : isPaired);
  if (!isPaired) return [pairing];
  const key = resourcesIn(arn, subject).find(({ resource }) => resource.type === 'AWS::KMS::Key');
  if (key === undefined)
    return [
      pairing,
      conclude(pool, property, readingOf(arn), 'a key of these templates, whose policy can be read', undefined),
    ];
  const roles = declared.map((each) => roleOf(each, subject));
  const known = roles.filter((role) => role !== undefined);
  const decrypts = decryptsOnlyFor(known, key, subject);
  return [
    pairing,
    look(key, 'KeySpec', {
      wanted: 'SYMMETRIC_DEFAULT, which it is when absent',
      passes: (reading) => reading.kind === 'absent' || textIn(reading) === 'SYMMETRIC_DEFAULT',
    }),
    look(key, rotation, { wanted: 'true', passes: (reading) => booleanIn(reading) === true }),
    ...retentionFindings(key).map((each) => wantedWhere(isBeyondSandbox(subject.intent), each)),
    access(key, known.length < roles.length && decrypts === false ? undefined : decrypts),
  ];
}

function access(key: Located, truth: Truth): Finding {
  const found =
    truth === undefined ? 'somebody of whom it is unknown who it is' : truth ? 'nobody else' : 'others as well';
  const wanted = 'kms:Decrypt for the roles of the custom senders alone, not for the whole account';
  return { verdict: verdictOf(truth), at: key, property: 'KeyPolicy', found, wanted };
}
