import crypto from 'node:crypto';
import { buildPool, password, type BuiltPool } from './pool-builder';
import { refusalOf } from './refusal';
import { enrolTotp, signIn, answer } from './sign-in-steps';
import { passwordClaim, srpClient, startSrp } from './srp-steps';
import { wrongTotpCode } from './totp-code';

const compared = jest.spyOn(crypto, 'timingSafeEqual');
afterAll(() => compared.mockRestore());

const anna = 'anna@example.com';
const newcomer = 'new@example.com';
/** As long as the right ones: of another length nothing is compared. */
const wrong = { password: 'Wrong-Horse-99', code: '000000', secret: 'z'.repeat(52), hash: `${'A'.repeat(43)}=` };

const proofs: Readonly<Record<string, (built: BuiltPool) => Promise<() => Promise<unknown>>>> = {
  'a password': async (built) => () => signIn(built, anna, { PASSWORD: wrong.password }),
  'the claim of SRP': async (built) => {
    const challenge = await startSrp(built, anna);
    const claim = passwordClaim(built, challenge, wrong.password);
    return () => answer(built, challenge, claim);
  },
  'a TOTP code': async (built) => {
    const secret = await enrolTotp(built, anna);
    const challenge = await signIn(built, anna);
    const SOFTWARE_TOKEN_MFA_CODE = wrongTotpCode(secret, built.clock);
    return () => answer(built, challenge, { USERNAME: anna, SOFTWARE_TOKEN_MFA_CODE });
  },
  'a code from a message': async ({ callAs }) => {
    await callAs('app', 'SignUp', { Username: newcomer, Password: password });
    return () => callAs('app', 'ConfirmSignUp', { Username: newcomer, ConfirmationCode: wrong.code });
  },
  'a secret hash': async (built) => () => signIn(built, anna, { SECRET_HASH: wrong.hash }, 'backend'),
  'a client secret': async ({ call, client }) => {
    const { id: ClientId } = client('backend');
    return () => call('RevokeToken', { ClientId, ClientSecret: wrong.secret, Token: 'a.b.c.d.e' });
  },
};

test.each(Object.entries(proofs))('%s is held against the right one in constant time', async (_what, prepare) => {
  const built = buildPool({
    settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } },
    clients: { app: srpClient, backend: { generateSecret: true } },
  });
  await built.addConfirmedUser(anna);
  const prove = await prepare(built);
  compared.mockClear();
  await refusalOf(prove());
  expect(compared).toHaveLastReturnedWith(false);
});
