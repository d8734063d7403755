// JavaScript, because it is started once for each plant and a transpiler would take as long as the app.
const { App, Stack, Stage, Validations } = require('aws-cdk-lib');
const { CfnUserPool } = require('aws-cdk-lib/aws-cognito');
const { StringParameter } = require('aws-cdk-lib/aws-ssm');

/**
 * A plugin that does what it is told.
 *
 * @param {import('aws-cdk-lib').IPolicyValidationPlugin['validate']} validate
 * @returns {import('aws-cdk-lib').IPolicyValidationPlugin}
 */
const plugin = (validate) => ({ name: 'Planted', validate });

/**
 * What is planted, by name: all but one leave the app with something that the gate has to see.
 *
 * @type {Readonly<Record<string, (app: import('aws-cdk-lib').App, stack: import('aws-cdk-lib').Stack) => void>>}
 */
const plants = {
  'a finding of each kind': (app, stack) => {
    const { AwsSolutionsChecks } = require('cdk-nag');
    const violation = { ruleName: 'planted-rule', description: 'Nobody is to blame.', violatingResources: [] };
    new CfnUserPool(stack, 'Planted', { policies: { passwordPolicy: { minimumLength: 200 } }, userPoolTier: 'LITE' });
    Validations.of(app).addPlugins(
      new AwsSolutionsChecks(app),
      plugin(() => ({ success: false, violations: [violation] })),
    );
  },
  'a plugin that throws': (app) => {
    Validations.of(app).addPlugins(
      plugin(() => {
        throw new Error('This plugin is broken.');
      }),
    );
  },
  'nothing to find': (app) => {
    Validations.of(app).addPlugins(plugin(() => ({ success: true, violations: [] })));
  },
  'no plugin at all': () => undefined,
  'an app that fails': () => {
    throw new Error('This app is broken.');
  },
};

const name = process.argv[2] ?? '';
// The validator of templates takes most of the time: it runs where it is the point.
const app = new App({ builtinCloudFormationValidation: name === 'a finding of each kind' });
const stack = new Stack(new Stage(app, 'planted'), 'auth');
new StringParameter(stack, 'Harmless', { stringValue: 'a template has to have a resource' });
plants[name]?.(app, stack);
