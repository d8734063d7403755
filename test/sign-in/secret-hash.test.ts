import { secretHash } from '../../lib/sign-in/secret-hash';

test('the hash is that of openssl: HMAC-SHA-256 of name and client id under the secret, in Base64', () => {
  // printf %s%s someone@example.com 1example23456789 | openssl dgst -sha256 -hmac 9example87654321 -binary | base64
  const client = { id: '1example23456789', secret: '9example87654321' };
  expect(secretHash(client, 'someone@example.com')).toEqual({
    SECRET_HASH: 'RWuh2PriLEZt2BY3SAPKYbp/QNqqLiKtIV2v0OaS+Ao=',
  });
});

test('a public client sends no hash', () => {
  expect(secretHash({ id: '1example23456789', secret: undefined }, 'someone@example.com')).toEqual({});
});
