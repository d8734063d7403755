import { decodeJwt, type JWTPayload } from 'jose';
import type { TriggerFunction } from '../../../lib/local-pool/settings/pool-settings';
import { userAdminScope } from '../../../lib/local-pool/service';
import { protectedClaims } from '../../../lib/local-pool/triggers/protected-claims';
import { buildPool } from '../pool-builder';
import { refresh, signIn, type SignInReply } from '../sign-in-steps';
import { PlantedFunctions } from './planted-functions';
import { plantedRuntime } from './planted-runtime';

/** A bundle for each event version, run as the local user pool runs it, up to the tokens that it changes. */
const functions = new PlantedFunctions();
const { runtime } = plantedRuntime();
afterAll(async () => {
  await runtime.close();
  functions.remove();
});

const name = 'anna@example.com';
const role = 'arn:aws:iam::111122223333:role/auditor';
const kept = [...protectedClaims, 'cognito:username', 'cognito:anything', 'dev:custom:level'];

/**
 * Attacks every protected claim, then does what it may. It answers in the forms of all versions at once, so that the event
 * version of the pool decides what comes of it.
 */
const bundle = `exports.handler = async (event) => {
  const protectedClaims = ${JSON.stringify(kept)};
  const { version, triggerSource, request } = event;
  const changes = {
    claimsToAddOrOverride: {
      ...Object.fromEntries(protectedClaims.map((claim) => [claim, 'forged'])),
      seen: [version, triggerSource, ...(request.scopes ?? ['no scopes'])].join(' '),
    },
    claimsToSuppress: [...protectedClaims, 'email_verified'],
  };
  const groupOverrideDetails = { groupsToOverride: ['auditors'], iamRolesToOverride: ['${role}'], preferredRole: '${role}' };
  const limits = { daily: [1, true] };
  const both = { ...changes, claimsToAddOrOverride: { ...changes.claimsToAddOrOverride, limits } };
  event.response = {
    claimsOverrideDetails: { ...changes, groupOverrideDetails },
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: both,
      accessTokenGeneration: { ...both, scopesToAdd: ['orders/read'], scopesToSuppress: ['${userAdminScope}'] },
      groupOverrideDetails,
    },
  };
  return event;
};`;

interface Tokens {
  readonly id: JWTPayload;
  readonly access: JWTPayload;
}

function tokensOf({ AuthenticationResult: result }: SignInReply): Tokens {
  return { id: decodeJwt(result?.IdToken ?? ''), access: decodeJwt(result?.AccessToken ?? '') };
}

/** The tokens of a sign-in and of the refresh after it; pools that are built alike make the same, but for the trigger. */
async function tokensWith(source?: string, eventVersion: TriggerFunction['eventVersion'] = 'V1_0') {
  const triggers = source === undefined ? {} : { PreTokenGeneration: functions.plant(source, { eventVersion }) };
  const built = buildPool({ functions: { runtime, triggers } });
  await built.addConfirmedUser(name);
  await built.callAsAdmin('AdminAddUserToGroup', { Username: name, GroupName: 'readers' });
  const reply = await signIn(built, name);
  const refreshed = await refresh(built, { REFRESH_TOKEN: reply.AuthenticationResult?.RefreshToken ?? '' });
  return { signedIn: tokensOf(reply), refreshed: tokensOf(refreshed) };
}

const groups = { 'cognito:groups': ['auditors'] };
const roles = { 'cognito:roles': [role], 'cognito:preferred_role': role };
const limits = { daily: [1, true] };

/** What the bundle makes of each token; a claim that is undefined is gone. */
const outcomes: readonly {
  readonly eventVersion: TriggerFunction['eventVersion'];
  readonly id: (source: string) => JWTPayload;
  readonly access: (source: string) => JWTPayload;
}[] = [
  {
    eventVersion: 'V1_0',
    id: (source) => ({ seen: `1 ${source} no scopes`, email_verified: undefined, ...groups, ...roles }),
    access: () => groups,
  },
  ...(['V2_0', 'V3_0'] as const).map((eventVersion) => {
    const seen = (source: string) => `${eventVersion.charAt(1)} ${source} ${userAdminScope}`;
    return {
      eventVersion,
      id: (source: string) => ({ seen: seen(source), limits, email_verified: undefined, ...groups, ...roles }),
      access: (source: string) => ({ seen: seen(source), limits, scope: 'orders/read', ...groups }),
    };
  }),
];

describe.each(outcomes)('with events of $eventVersion', ({ eventVersion, id, access }) => {
  test('protected claims are as without the trigger, and the others as the function says', async () => {
    const plain = await tokensWith();
    const changed = await tokensWith(bundle, eventVersion);
    for (const [way, source] of [
      ['signedIn', 'TokenGeneration_Authentication'],
      ['refreshed', 'TokenGeneration_RefreshTokens'],
    ] as const) {
      expect(changed[way].id).toEqual({ ...plain[way].id, ...id(source) });
      expect(changed[way].access).toEqual({ ...plain[way].access, ...access(source) });
    }
  });

  test('a function that returns the event as it came changes nothing', async () => {
    await expect(tokensWith('exports.handler = async (event) => event;', eventVersion)).resolves.toEqual(
      await tokensWith(),
    );
  });
});
