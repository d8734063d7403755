import type { LocalPool } from '../../../lib/local-pool/local-pool';
import { startLocalPool } from '../../../lib/local-pool/local-pool';
import { makeSigningKeys } from '../../../lib/local-pool/tokens/signing-keys';
import { templateFor } from '../../stacks/template-for';
import { watchedRange } from '../../synthesis/watched-range';
import { stackArtifact } from '../../template/stack-artifact';

type Name = keyof typeof watchedRange;

const signingKeys = makeSigningKeys();
const running = new Map<string, LocalPool>();

beforeAll(async () => {
  for (const [name, environment] of Object.entries(watchedRange)) {
    const { region } = environment;
    const stack = stackArtifact(templateFor(environment).toJSON(), { region });
    running.set(name, await startLocalPool({ stack, port: 0, signingKeys, log: () => undefined }));
  }
}, 60_000);
afterAll(async () => {
  await Promise.all([...running.values()].map((local) => local.close()));
});

test.each<readonly [name: Name, features: Readonly<Record<string, readonly string[]>>]>([
  [
    'watched',
    {
      threatProtection: [
        'UserPool UserPoolAddOns.AdvancedSecurityMode',
        'UserPool UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode',
        'RiskConfiguration',
      ],
      webApplicationFirewall: ['WebAclAssociation'],
    },
  ],
  ['audited', { threatProtection: ['UserPool UserPoolAddOns.AdvancedSecurityMode', 'RiskConfiguration'] }],
  ['paid-but-off', {}],
])('the pool of %s runs, and names what looks at it elsewhere', (name, features) => {
  const named = running.get(name)?.notSimulated ?? [];
  const places = named.map((each) => [
    each.feature,
    each.places.map(({ logicalId, path }) => `${logicalId} ${path}`.trim()).toSorted(),
  ]);
  const wanted = Object.entries(features).map(([feature, each]) => [feature, each.toSorted()]);
  expect(Object.fromEntries(places)).toEqual(Object.fromEntries(wanted));
});
