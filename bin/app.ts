import '../lib/stacks/begin-bundling';
import path from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { requireValidEnvironments } from '../lib/environments/check';
import { dev } from '../lib/environments/dev';
import { environments } from '../lib/environments/environments';
import { fieldLocator } from '../lib/environments/field-place';
import { EnvironmentError } from '../lib/environments/problem';
import { sandboxCopy } from '../lib/environments/sandbox-copy';
import { posturePlugin } from '../lib/posture/validation-plugin';
import { appProps } from '../lib/stacks/app-props';
import { AuthStage } from '../lib/stacks/auth-stage';

const app = new App(appProps);
const today = new Date();
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app),
  posturePlugin({ today: today.toISOString().slice(0, 10), locate: fieldLocator(path.join(__dirname, '..')) }),
);

// `-c sandbox=NAME`: beside the declared environments, a copy of the sandbox that a developer has to themselves.
const owner: unknown = app.node.tryGetContext('sandbox');
try {
  const copies =
    owner === undefined ? [] : [sandboxCopy(dev, typeof owner === 'string' ? owner : JSON.stringify(owner))];
  const checked = requireValidEnvironments([...environments, ...copies], today);
  for (const environment of checked) new AuthStage(app, { environment });
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exit(1);
}
