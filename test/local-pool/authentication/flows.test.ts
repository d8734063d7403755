import { buildPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const wrongOperation = refusal('InvalidParameterException', 'Initiate Auth method not supported.');

test.each([
  ['InitiateAuth', 'ADMIN_USER_PASSWORD_AUTH'],
  ['InitiateAuth', 'ADMIN_NO_SRP_AUTH'],
  ['AdminInitiateAuth', 'USER_PASSWORD_AUTH'],
])('%s does not take %s', async (operation, AuthFlow) => {
  const { callAsAdmin, client } = buildPool();
  const request = { ClientId: client('app').id, AuthFlow, AuthParameters: { USERNAME: 'a', PASSWORD: 'b' } };
  expect(await refusalOf(callAsAdmin(operation, request))).toEqual(wrongOperation);
});

test.each([
  ['InitiateAuth', 'USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
  ['AdminInitiateAuth', 'ADMIN_USER_PASSWORD_AUTH', 'Auth flow not enabled for this client'],
  ['AdminInitiateAuth', 'ADMIN_NO_SRP_AUTH', 'Auth flow not enabled for this client'],
  ['InitiateAuth', 'REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN_AUTH flow not enabled for this client'],
  ['AdminInitiateAuth', 'REFRESH_TOKEN', 'REFRESH_TOKEN_AUTH flow not enabled for this client'],
  ['InitiateAuth', 'USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
  ['AdminInitiateAuth', 'USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
])('%s %s needs a client that allows it, whatever the parameters', async (operation, AuthFlow, message) => {
  const { callAsAdmin, client } = buildPool({ clients: { app: { explicitAuthFlows: [] } } });
  expect(await refusalOf(callAsAdmin(operation, { ClientId: client('app').id, AuthFlow }))).toEqual(
    refusal('InvalidParameterException', message),
  );
});
