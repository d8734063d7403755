import { randomBytes } from 'node:crypto';
import { privateKeyLength, proveBySrp, srpHex, srpKeyPair } from '../lib/sign-in/srp';
import { benchPassword, benchUser, stepMilliseconds, totpCode } from './bench-user';
import type { Account, SignInKind, Target } from './sign-in-work';

type Answer = Readonly<Record<string, unknown>>;

/** One sign-in as its two request bodies. The second one is computed where no time is measured, if that takes any. */
export interface SignInBodies {
  readonly initiate: object;
  readonly respond: (initiated: Answer) => object;
}

/** How long the code of the step before must be good for yet, as those before it in the round are sent first. */
const marginMilliseconds = 10_000;

/** Gives sign-ins of one pool, one user after the other; each code of a user is used once. */
export class SignInClients {
  readonly #target: Target;
  readonly #usedSteps = new Map<number, Set<number>>();
  #last = 0;

  constructor(target: Target) {
    this.#target = target;
  }

  /** @throws RangeError when nobody has a code left */
  next(how: SignInKind): SignInBodies {
    switch (how) {
      case 'password and TOTP':
        return this.#byPasswordAndTotp();
      case 'SRP':
        return this.#bySrp();
    }
  }

  #byPasswordAndTotp(): SignInBodies {
    const { accounts = [] } = this.#target;
    const account = accounts[this.#nextNumber() % Math.max(accounts.length, 1)];
    if (account !== undefined) return this.#withCode(account, Math.floor(Date.now() / stepMilliseconds));
    for (let tried = 0; tried < this.#target.users; tried += 1) {
      const number = this.#nextNumber();
      const { username, totpSecret } = benchUser(number);
      const step = totpSecret === undefined ? undefined : this.#unusedStep(number, Date.now());
      if (totpSecret === undefined || step === undefined) continue;
      return this.#withCode({ username, totpSecret }, step);
    }
    throw new RangeError(`none of ${this.#target.users} users has a code left that was not used`);
  }

  #withCode({ username, totpSecret }: Account, step: number): SignInBodies {
    const code = totpCode(totpSecret, step);
    return {
      initiate: this.#initiate('USER_PASSWORD_AUTH', { USERNAME: username, PASSWORD: benchPassword }),
      respond: ({ Session }) =>
        this.#respond('SOFTWARE_TOKEN_MFA', { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE: code }, Session),
    };
  }

  /** By a user without a second factor. */
  #bySrp(): SignInBodies {
    let user = benchUser(this.#nextNumber());
    while (user.totpSecret !== undefined) user = benchUser(this.#nextNumber());
    const { username } = user;
    const { poolId } = this.#target;
    const keys = srpKeyPair(randomBytes(privateKeyLength));
    const identity = { scope: poolId.slice(poolId.indexOf('_') + 1), name: username, password: benchPassword };
    return {
      initiate: this.#initiate('USER_SRP_AUTH', { USERNAME: username, SRP_A: srpHex(keys.publicKey) }),
      respond: ({ ChallengeParameters, Session }) => {
        const { SALT = '', SRP_B = '', SECRET_BLOCK = '' } = ChallengeParameters as Readonly<Record<string, string>>;
        const challenge = { salt: SALT, publicKey: SRP_B, secretBlock: SECRET_BLOCK };
        const claim = proveBySrp(keys, identity, challenge, Date.now());
        return this.#respond('PASSWORD_VERIFIER', { USERNAME: username, ...claim }, Session);
      },
    };
  }

  #initiate(AuthFlow: string, AuthParameters: object): object {
    return { ClientId: this.#target.clientId, AuthFlow, AuthParameters };
  }

  #respond(ChallengeName: string, ChallengeResponses: object, Session: unknown): object {
    return { ClientId: this.#target.clientId, ChallengeName, ChallengeResponses, Session };
  }

  #nextNumber(): number {
    this.#last = (this.#last % this.#target.users) + 1;
    return this.#last;
  }

  /** The codes of the steps -1, 0 and +1 are accepted, each once. */
  #unusedStep(number: number, now: number): number | undefined {
    const current = Math.floor(now / stepMilliseconds);
    const oldest = stepMilliseconds - (now % stepMilliseconds) > marginMilliseconds ? current - 1 : current;
    const used = this.#usedSteps.get(number) ?? new Set<number>();
    const step = [current, current + 1, oldest].find((candidate) => !used.has(candidate));
    if (step !== undefined) this.#usedSteps.set(number, used.add(step));
    return step;
  }
}
