import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorsDeclaredBy, withDeclaredErrors } from '../../../lib/local-pool/operations/declared-errors';
import { serviceOperations } from '../../../lib/local-pool/operations/service-operations';
import {
  CodeMismatchException,
  NotAuthorizedException,
  NotSimulatedException,
  ServiceException,
} from '../../../lib/local-pool/wire/exceptions';
import { refusalOf } from '../refusal';

const commands = path.join(
  path.dirname(require.resolve('@aws-sdk/client-cognito-identity-provider/package.json')),
  'dist-types/commands',
);

/** Faults, and what is answered before an operation is reached. */
const notOfTheOperation = [
  'CognitoIdentityProviderServiceException',
  'ForbiddenException',
  'InternalErrorException',
  'InternalServerException',
  'OperationNotEnabledException',
  'TooManyRequestsException',
];

/** The errors that the SDK's own documentation of a command lists; it is generated from the service's model. */
function modelledErrors(operation: string): readonly string[] {
  const documentation = readFileSync(path.join(commands, `${operation}Command.d.ts`), 'utf8');
  return [...documentation.matchAll(/@throws \{@link (\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !notOfTheOperation.includes(name));
}

/** What the documentation says and the model leaves out. */
const documentedAlone: Readonly<Record<string, readonly string[]>> = { AdminCreateUser: ['AliasExistsException'] };

test.each([...serviceOperations])('%s declares what the model of the service does', (operation) => {
  const expected = [...modelledErrors(operation), ...(documentedAlone[operation] ?? [])];
  expect(errorsDeclaredBy(operation).toSorted()).toEqual(expected.toSorted());
});

test('an error that the operation declares passes', async () => {
  const refused = withDeclaredErrors('ConfirmSignUp', () => Promise.reject(new CodeMismatchException('Wrong.')));
  expect(await refusalOf(refused)).toEqual({ type: 'CodeMismatchException', message: 'Wrong.' });
});

test('one that it does not declare is a fault, of which only the log learns more', async () => {
  const run = () => {
    throw new NotAuthorizedException('No.');
  };
  const thrown: unknown = await withDeclaredErrors('RevokeToken', run).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ServiceException);
  expect(thrown).toMatchObject({
    type: 'InternalErrorException',
    status: 500,
    message: 'The local user pool failed; its log says how.',
    detail: 'RevokeToken does not declare NotAuthorizedException: No.',
  });
});

test('what is not simulated, and what is no error of the service, passes', async () => {
  const bug = new TypeError('a fault');
  expect(
    await refusalOf(withDeclaredErrors('RevokeToken', () => Promise.reject(new NotSimulatedException('It')))),
  ).toMatchObject({
    type: 'NotSimulatedException',
  });
  await expect(withDeclaredErrors('RevokeToken', () => Promise.reject(bug))).rejects.toBe(bug);
});
