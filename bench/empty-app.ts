import { App, CfnWaitConditionHandle, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { appProps } from '../lib/stacks/app-props';
import { reportMemory } from './memory-report';

// What every synthesis costs: the CDK, its command line, its template validator and cdk-nag, over one resource
// that is none: a stack without any is refused.
const app = new App(appProps);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
const stack = new Stack(app, 'empty', { stackName: 'empty', analyticsReporting: false });
new CfnWaitConditionHandle(stack, 'Nothing');
reportMemory();
