import { readBlueprint } from '../../lib/commands/connect';
import { openLocalTarget } from '../../lib/commands/open-local-target';
import { chooseClient } from '../../lib/sign-in/choose-client';
import { isObject } from '../../lib/template/value';
import type { RawObject, RawValue } from '../../lib/template/value';
import { fixtureStack } from '../synthesis/assembly';
import { capturedIo } from './captured-io';

/** A template as another CDK app makes it: without the Metadata and the outputs of this project. */
function foreign() {
  const stack = fixtureStack('dev');
  const { Metadata, Outputs, Resources, ...rest } = stack.template;
  const resources = Object.entries(isObject(Resources) ? Resources : {}).map(([id, value]): [string, RawValue] => {
    if (!isObject(value)) return [id, value];
    const resource = Object.entries<RawValue>(value).filter(([key]) => key !== 'Metadata');
    return [id, Object.fromEntries(resource)];
  });
  const template: RawObject = { ...rest, Resources: Object.fromEntries(resources) };
  return { ...stack, template };
}

test('a pool on this machine is found without outputs, and its client by ClientName', async () => {
  const blueprint = readBlueprint(foreign());
  const opened = await openLocalTarget({ blueprint, chosen: chooseClient(blueprint.facts.clients), io: capturedIo() });
  const { target } = opened;
  await opened.close();
  expect(target.userPoolId).toMatch(/^eu-west-1_\w{9}$/);
  expect(target.issuer).toMatch(new RegExp(`^http://localhost:\\d+/${target.userPoolId}$`));
  expect(target.client).toMatchObject({
    name: 'backend',
    kind: undefined,
    secret: expect.stringMatching(/^\w{24,64}$/),
  });
});
