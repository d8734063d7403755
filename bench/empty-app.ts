import { App, CfnWaitConditionHandle, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { projectRoot } from '../lib/commands/project-root';
import { fieldLocator } from '../lib/environments/field-place';
import { posturePlugin } from '../lib/posture/validation-plugin';
import { appProps } from '../lib/stacks/app-props';
import { reportMemory } from './memory-report';

// What every synthesis costs: the CDK, its command line, its template validator, cdk-nag and our controls, over one
// resource that is none: a stack without any is refused.
const app = new App(appProps);
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app),
  posturePlugin({ today: new Date().toISOString().slice(0, 10), locate: fieldLocator(projectRoot) }),
);
const stack = new Stack(app, 'empty', { stackName: 'empty', analyticsReporting: false });
new CfnWaitConditionHandle(stack, 'Nothing');
reportMemory();
