import { requireEnabled } from '../authentication/account-state';
import { decideSecondFactor } from '../authentication/mfa-decision';
import type { Pool } from '../pool';
import type { LocalService } from '../service';
import type { User } from '../state/user';
import {
  InvalidParameterException,
  NotAuthorizedException,
  SoftwareTokenMFANotFoundException,
  type ServiceException,
} from '../wire/exceptions';

/** The user who enrols an authenticator, and how the request named them. */
export interface SoftwareTokenOwner {
  readonly pool: Pool;
  readonly user: User;
  /** Whether the enrolment is part of an MFA_SETUP challenge. */
  readonly inChallenge: boolean;
  /** Spends the request's session and gives the one that follows; empty when an access token was given. */
  readonly nextSession: (progress: { readonly softwareTokenVerified: boolean }) => { readonly Session?: string };
}

/**
 * AssociateSoftwareToken and VerifySoftwareToken take an access token or the session of an MFA_SETUP challenge.
 * @param deleted see requireBearer
 * @throws InvalidParameterException for both or neither, SoftwareTokenMFANotFoundException where the pool has no TOTP.
 */
export async function requireSoftwareTokenOwner(
  service: LocalService,
  { AccessToken, Session }: { readonly AccessToken?: string | undefined; readonly Session?: string | undefined },
  deleted?: ServiceException,
): Promise<SoftwareTokenOwner> {
  if (AccessToken !== undefined && Session === undefined)
    return enabled(await ownerByToken(service, AccessToken, deleted));
  if (Session !== undefined && AccessToken === undefined) return enabled(ownerBySession(service, Session));
  throw new InvalidParameterException('Exactly one of AccessToken and Session must be given.');
}

function enabled(owner: SoftwareTokenOwner): SoftwareTokenOwner {
  if (!owner.pool.mfa.factors.includes('SOFTWARE_TOKEN_MFA'))
    throw new SoftwareTokenMFANotFoundException('Software Token MFA has not been enabled by the userPool');
  return owner;
}

async function ownerByToken(
  service: LocalService,
  accessToken: string,
  deleted: ServiceException | undefined,
): Promise<SoftwareTokenOwner> {
  const { pool, user } = await service.requireBearer(accessToken, deleted);
  return { pool, user, inChallenge: false, nextSession: () => ({}) };
}

function ownerBySession(service: LocalService, session: string): SoftwareTokenOwner {
  for (const pool of service.pools.values())
    for (const client of pool.clients.values()) {
      if (!pool.sessions.belongsTo(session, client.id)) continue;
      const signIn = pool.sessions.open(session, client.id);
      const user = pool.users.get(signIn.username);
      if (signIn.challenge !== 'MFA_SETUP' || user === undefined) break;
      requireEnabled(user);
      // Once a factor is registered, the password alone must not add or replace one.
      if (decideSecondFactor(pool.settings, user).ask !== 'MFA_SETUP') break;
      return {
        pool,
        user,
        inChallenge: true,
        nextSession(progress) {
          pool.sessions.spend(session, client.id);
          return { Session: pool.sessions.issue({ ...signIn, memory: progress }, client.authSessionSeconds) };
        },
      };
    }
  throw new NotAuthorizedException('Invalid session for the user.');
}
