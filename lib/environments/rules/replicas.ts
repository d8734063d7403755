import { defineRule, type Rule } from './rule';

const source = 'Cognito Developer Guide, multi-Region replication';

/** The key of the user pool, and what a copy in another Region needs. */
export const replicaRules: readonly Rule[] = [
  defineRule({
    id: 'encryption-key-of-the-pool',
    what: 'The key is in the account and the Region of the user pool.',
    source: 'Cognito Developer Guide, data encryption: only keys in the same Region; its policy names the account.',
    reads: ['encryptionKey', 'account', 'region'],
    check: ({ encryptionKey, account, region }) => {
      if (encryptionKey.owner === 'aws') return [];
      const [, , , keyRegion, keyAccount] = encryptionKey.keyArn.split(':');
      const elsewhere = [
        ...(keyRegion === region ? [] : [`in ${region}`]),
        ...(account === 'deploying' || keyAccount === account ? [] : [`of ${account}`]),
      ];
      if (elsewhere.length === 0) return [];
      return [
        {
          path: ['encryptionKey', 'keyArn'],
          got: encryptionKey.keyArn,
          allowed: `a key ${elsewhere.join(' ')}`,
          instead: 'Write the ARN of a key there; of a multi-Region key, the one of that Region.',
        },
      ];
    },
  }),
  defineRule({
    id: 'replica-elsewhere',
    what: 'A copy is in another Region than the user pool.',
    source: `${source}: one secondary in an additional Region.`,
    reads: ['replicas', 'region'],
    check: ({ replicas, region }) =>
      replicas.flatMap((replica, index) =>
        replica.region === region
          ? [
              {
                path: ['replicas', index, 'region'],
                got: replica.region,
                allowed: `a Region other than ${region}`,
                instead: 'Write the Region that is to take over.',
              },
            ]
          : [],
      ),
  }),
  defineRule({
    id: 'replica-needs-multi-region-key',
    what: 'A user pool with a copy is encrypted with a multi-Region key of one’s own.',
    source: `${source}: the key has to be there in both Regions.`,
    reads: ['replicas', 'encryptionKey'],
    check: ({ replicas, encryptionKey }) =>
      replicas.length === 0 || (encryptionKey.owner === 'customer' && encryptionKey.keyArn.includes(':key/mrk-'))
        ? []
        : [
            {
              path: ['encryptionKey', ...(encryptionKey.owner === 'aws' ? ['owner'] : ['keyArn'])],
              got: encryptionKey.owner === 'aws' ? encryptionKey.owner : encryptionKey.keyArn,
              allowed: 'a multi-Region key (mrk-...) beside replicas',
              instead:
                'Write { owner: "customer", keyArn } with a key that is replicated to that Region, or no replica.',
            },
          ],
  }),
  defineRule({
    id: 'replica-needs-updated-issuer',
    what: 'A user pool with a copy has the issuer that is the same in all Regions.',
    source: 'Cognito API, IssuerConfigurationType: UPDATED publishes the same keys in both Regions.',
    reads: ['replicas', 'issuer'],
    check: ({ replicas, issuer }) =>
      replicas.length === 0 || issuer === 'UPDATED'
        ? []
        : [
            {
              path: ['issuer'],
              got: issuer,
              allowed: '"UPDATED" beside replicas',
              instead: 'Write "UPDATED", once every verifier of tokens takes the new issuer.',
            },
          ],
  }),
  defineRule({
    id: 'active-replica-needs-a-factor',
    what: 'Where a second factor is required, users of an active copy have one beside the software token.',
    source: `${source}, limitations: no software token is checked in a secondary Region.`,
    reads: ['replicas', 'mfa', 'passkeys'],
    check: ({ replicas, mfa, passkeys }) => {
      const otherFactor =
        mfa.mode !== 'required' ||
        mfa.factors.some((factor) => factor !== 'SOFTWARE_TOKEN_MFA') ||
        (passkeys.use === 'on' && passkeys.factorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION');
      if (otherFactor) return [];
      return replicas.flatMap(({ active }, index) =>
        active
          ? [
              {
                path: ['replicas', index, 'active'],
                got: active,
                allowed: 'false while SOFTWARE_TOKEN_MFA is the only second factor and required',
                instead: 'Write false, or add a factor: nobody could sign in there.',
              },
            ]
          : [],
      );
    },
  }),
  defineRule({
    id: 'replica-sends-as-the-pool',
    what: 'A copy has the kinds of senders that the user pool has.',
    source: `${source}: senders are set in each Region; without them codes that sign-in needs are not sent there.`,
    reads: ['replicas', 'emailSender', 'smsSender'],
    check: ({ replicas, ...pool }) =>
      replicas.flatMap((replica, index) =>
        (['emailSender', 'smsSender'] as const)
          .filter((field) => replica[field].kind !== pool[field].kind)
          .map((field) => ({
            path: ['replicas', index, field, 'kind'],
            got: replica[field].kind,
            allowed: `"${pool[field].kind}", as of ${field}`,
            instead: `Write ${field} of the same kind, with what is set up in ${replica.region}.`,
          })),
      ),
  }),
];
