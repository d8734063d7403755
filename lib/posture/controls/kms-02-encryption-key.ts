import type { Control, Finding } from '../control';
import { conclude, effective } from '../look';
import { booleanIn, read, textIn } from '../reading';
import type { PoolView, Subject } from '../subject';
import { readingOf, resourcesIn, valueAt } from '../value-at';
import { isBeyondSandbox } from '../wanted-where';
import { writtenText } from '../written-text';

const keyType = 'KeyConfiguration.KeyType';
const keyArn = 'KeyConfiguration.KmsKeyArn';

export const encryptionKey: Control = {
  id: 'CGN-KMS-02',
  what: 'User data is encrypted with a key of your own where that is demanded, and with a multi-Region key where there is a copy.',
  why: 'Without a key of your own nobody can withdraw access to the data; without that key in the other Region the copy is unreadable.',
  sources: [{ source: 'AWS API reference', id: 'UserPoolType.KeyConfiguration' }],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'encryptionKey',
  check: (subject) => subject.pools.flatMap((view) => findings(view, subject)),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property: keyType,
      measure: effective(keyType, 'AWS_OWNED_KEY'),
      scale: { kind: 'levels', weakToStrong: ['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'] },
    },
  ],
};

function findings({ pool, parts }: PoolView, subject: Subject): readonly Finding[] {
  const type = read(pool.resource, keyType);
  const hasCopy = parts('AWS::Cognito::UserPoolReplica').length > 0;
  const isOwn = type.kind === 'unknown' ? undefined : textIn(type) === 'CUSTOMER_MANAGED_KEY';
  if (hasCopy) {
    const own = conclude(pool, keyType, type, '"CUSTOMER_MANAGED_KEY", as there is a copy', isOwn);
    return isOwn === false ? [own] : [own, multiRegion(pool, subject)];
  }
  const own = conclude(pool, keyType, type, '"CUSTOMER_MANAGED_KEY" where the class of the data demands it', isOwn);
  if (own.verdict !== 'fail') return [own];
  // Which data demand a key of one's own is a decision that no template shows.
  return [{ ...own, verdict: isBeyondSandbox(subject.intent) === false ? 'not-applicable' : 'manual' }];
}

/** The id of a multi-Region key begins with mrk-. */
function multiRegion(pool: PoolView['pool'], subject: Subject): Finding {
  const arn = valueAt(pool.resource, keyArn);
  const key = resourcesIn(arn, subject).find(({ resource }) => resource.type === 'AWS::KMS::Key');
  const text = key === undefined ? writtenText(arn, subject) : undefined;
  const multi = key && read(key.resource, 'MultiRegion');
  const truth =
    multi === undefined
      ? arn === undefined
        ? false
        : text?.includes(':key/mrk-')
      : multi.kind === 'unknown'
        ? undefined
        : booleanIn(multi) === true;
  return conclude(pool, keyArn, readingOf(arn), 'a multi-Region key', truth);
}
