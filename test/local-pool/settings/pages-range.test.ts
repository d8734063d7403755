import type { LocalPool } from '../../../lib/local-pool/local-pool';
import { startLocalPool } from '../../../lib/local-pool/local-pool';
import { makeSigningKeys } from '../../../lib/local-pool/tokens/signing-keys';
import { templateFor } from '../../stacks/template-for';
import { pagesRange } from '../../synthesis/pages-range';
import { stackArtifact } from '../../template/stack-artifact';

const signingKeys = makeSigningKeys();
const running = new Map<string, LocalPool>();

beforeAll(async () => {
  for (const [name, environment] of Object.entries(pagesRange)) {
    const stack = stackArtifact(templateFor(environment).toJSON());
    running.set(name, await startLocalPool({ stack, port: 0, signingKeys, log: () => undefined }));
  }
});
afterAll(async () => {
  await Promise.all([...running.values()].map((local) => local.close()));
});

/** The resources that a pool names at start as not simulated, by what they are a part of. */
function namedBy(name: keyof typeof pagesRange, feature: string): readonly string[] {
  const places = running.get(name)?.notSimulated.find((each) => each.feature === feature)?.places ?? [];
  return [...new Set(places.map(({ logicalId }) => logicalId))];
}

test.each<readonly [name: keyof typeof pagesRange, feature: string, logicalIds: readonly string[]]>([
  ['prefix-pages', 'managedLoginBranding', ['BrandingOfClientWeb', 'TermsOfUseOfClientWeb']],
  ['certified-pages', 'managedLoginBranding', ['BrandingOfClientWeb']],
  ['providers', 'federation', ['IdentityProviderPartner', 'IdentityProviderSocialGoogle', 'ClientWeb']],
  ['credentials', 'identityPool', ['IdentityPool', 'IdentityPoolRoles']],
])('the pool of %s runs, and names what of %s is not simulated', (name, feature, logicalIds) => {
  expect(namedBy(name, feature)).toEqual(expect.arrayContaining([...logicalIds]));
});

test('the role of a group is in the settings, as tokens name it', () => {
  const editors = running.get('group-credentials')?.pool.settings.groups.find(({ name }) => name === 'editors');
  expect(editors).toMatchObject({ roleArn: 'arn:aws:iam::111122223333:role/editors' });
});

test('an application is told the declared domain, and of the identity pool what is known before a deployment', () => {
  expect(running.get('custom-pages')?.outputs.get('ManagedLoginDomain')).toBe('pages.example.com');
  expect(running.get('credentials')?.outputs.get('IdentityPoolId')).not.toEqual(expect.any(String));
});
