import '../lib/stacks/begin-bundling';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { projectRoot } from '../lib/commands/project-root';
import { requireValidEnvironments } from '../lib/environments/check';
import { fieldLocator } from '../lib/environments/field-place';
import { posturePlugin } from '../lib/posture/validation-plugin';
import { appProps } from '../lib/stacks/app-props';
import { AuthStage } from '../lib/stacks/auth-stage';
import { generatedEnvironments } from './generated-environments';
import { reportMemory } from './memory-report';

// As bin/app.ts, over as many environments as `-c environments=COUNT` says.
const app = new App(appProps);
const today = new Date();
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app),
  posturePlugin({ today: today.toISOString().slice(0, 10), locate: fieldLocator(projectRoot) }),
);
const environments = generatedEnvironments(Number(app.node.tryGetContext('environments')));
for (const environment of requireValidEnvironments(environments, today)) new AuthStage(app, { environment });
reportMemory();
