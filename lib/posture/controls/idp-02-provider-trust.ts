import { isObject, Token } from '../../template/value';
import type { Control, Finding } from '../control';
import { conclude, look } from '../look';
import { notKnown, read, shown, textIn } from '../reading';
import type { Located, PoolView, Subject } from '../subject';
import { isThere } from '../presence';
import { given } from '../truth';
import { itemsOf, pathOf, readingOf, valueAt } from '../value-at';

const type = 'AWS::Cognito::UserPoolIdentityProvider';
const mapping = 'AttributeMapping';
/** Where the service gets keys and tokens from, and sends users to. */
const addresses = ['oidc_issuer', 'authorize_url', 'token_url', 'attributes_url', 'jwks_uri', 'MetadataURL'];

export const providerTrust: Control = {
  id: 'CGN-IDP-02',
  what: 'Identity providers are reached by https, verify e-mail, set no attribute that applications decide on access by, and have identifiers of their own.',
  why: 'An administrator of the provider, or somebody with a look-alike account there, becomes another user.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '6.8.1' },
    { source: 'OWASP ASVS 5.0', id: '6.8.2' },
    { source: 'AWS developer guide', id: 'cognito-user-pools-specifying-attribute-mapping' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'identityProviders.NAME.attributeMapping',
  check: (subject) => subject.pools.flatMap((view) => view.parts(type).flatMap((at) => findings(at, view, subject))),
  orders: [
    {
      type,
      property: mapping,
      measure: (at, subject) => {
        const view = subject.pools.find(({ parts }) => parts(type).some(({ resource }) => resource === at.resource));
        const decisive = view && subject.intent.authorizationAttributes.get(pathOf(view.pool));
        const mapped = mappedAttributes(at);
        if (mapped === undefined) return readingOf(valueAt(at.resource, mapping));
        if (decisive === undefined)
          return notKnown('what applications decide on is not declared', valueAt(at.resource, mapping));
        return { kind: 'known', value: mapped.filter((name) => decisive.includes(name)) };
      },
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

function findings(at: Located, view: PoolView, { intent }: Subject): readonly Finding[] {
  const urls = addresses
    .map((name) => `ProviderDetails.${name}`)
    .filter((property) => isThere(at, property) !== false)
    .map((property) =>
      look(at, property, { wanted: 'https', passes: (reading) => textIn(reading)?.startsWith('https://') ?? false }),
    );
  const mapped = mappedAttributes(at);
  const email = isThere(at, `${mapping}.email`);
  const verified = isThere(at, `${mapping}.email_verified`);
  const said = readingOf(valueAt(at.resource, mapping));
  return [
    ...urls.slice(0, urls.every(({ verdict }) => verdict === 'unknown') ? 1 : urls.length),
    conclude(at, mapping, said, 'email_verified, where email is mapped', given(email, verified, true)),
    decisive(at, mapped, intent.authorizationAttributes.get(pathOf(view.pool))),
    identifiers(at, view),
  ];
}

function mappedAttributes({ resource }: Located): readonly string[] | undefined {
  const value = valueAt(resource, mapping);
  return value instanceof Token ? undefined : isObject(value) ? Object.keys(value) : [];
}

/** Standard attributes can decide on access as well, so nothing passes before somebody has said which ones do. */
function decisive(
  at: Located,
  mapped: readonly string[] | undefined,
  declared: readonly string[] | undefined,
): Finding {
  const forbidden = mapped?.filter((name) => declared?.includes(name) ?? false);
  const isSafe = mapped?.length === 0 ? true : declared === undefined ? undefined : forbidden && forbidden.length === 0;
  const wanted =
    declared === undefined
      ? 'no attribute that decides on access, which nobody has declared'
      : `none of ${declared.join(', ') || 'no attributes'}`;
  const found = mapped === undefined ? shown(readingOf(valueAt(at.resource, mapping))) : mapped.join(', ') || 'none';
  return { ...conclude(at, mapping, { kind: 'absent' }, wanted, isSafe), found };
}

/** An identifier names one provider of a pool. */
function identifiers(at: Located, { parts }: PoolView): Finding {
  const property = 'IdpIdentifiers';
  const own = itemsOf(valueAt(at.resource, property));
  const others = parts(type)
    .filter(({ resource }) => resource !== at.resource)
    .flatMap(({ resource }) => itemsOf(valueAt(resource, property)));
  const isShared = own.some(
    (each, index) => !(each instanceof Token) && (others.includes(each) || own.indexOf(each) < index),
  );
  const isUnknown =
    own.some((each) => each instanceof Token) || (own.length > 0 && others.some((each) => each instanceof Token));
  const truth = isShared ? false : isUnknown ? undefined : true;
  return conclude(at, property, read(at.resource, property), 'identifiers that no other provider has', truth);
}
