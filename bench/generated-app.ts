import '../lib/stacks/begin-bundling';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { requireValidEnvironments } from '../lib/environments/check';
import { appProps } from '../lib/stacks/app-props';
import { AuthStage } from '../lib/stacks/auth-stage';
import { generatedEnvironments } from './generated-environments';
import { reportMemory } from './memory-report';

// As bin/app.ts, over as many environments as `-c environments=COUNT` says.
const app = new App(appProps);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
const environments = generatedEnvironments(Number(app.node.tryGetContext('environments')));
for (const environment of requireValidEnvironments(environments, new Date())) new AuthStage(app, { environment });
reportMemory();
