import path from 'node:path';
import { App, aws_cognito as cognito, aws_iam as iam, aws_lambda as lambda } from 'aws-cdk-lib';
import { NestedStack, SecretValue, Stack } from 'aws-cdk-lib';
import { directoryWith } from '../template/assembly-on-disk';

/**
 * Synthesizes the app of somebody else: two stacks, one with two pools, and one with a pool in a nested stack, a client of
 * it in another nested one, and a client of a pool of the first.
 * @returns the directory of its assembly
 */
export function foreignApp(): string {
  const outdir = path.join(directoryWith({}), 'cdk.out');
  const app = new App({ outdir, analyticsReporting: false });
  const env = { account: '111122223333', region: 'eu-west-1' };
  const people = identity(new Stack(app, 'identity', { env }));
  shop(new Stack(app, 'shop', { env }), people);
  app.synth();
  return outdir;
}

const password = { userPassword: true, adminUserPassword: true } as const;

/** Two pools: people, with everything that can be declared for one, and machines. */
function identity(stack: Stack): cognito.IUserPool {
  const people = new cognito.UserPool(stack, 'People', {
    userPoolName: 'people',
    selfSignUpEnabled: true,
    signInAliases: { username: true, email: true },
    autoVerify: { email: true },
    mfa: cognito.Mfa.OPTIONAL,
    mfaSecondFactor: { sms: false, otp: true },
    lambdaTriggers: {
      preSignUp: new lambda.Function(stack, 'PreSignUp', {
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: lambda.Code.fromAsset(
          directoryWith({
            'index.js': 'exports.handler = async (event) => ((event.response.autoVerifyEmail = true), event);',
          }),
        ),
      }),
    },
  });
  const read = new cognito.ResourceServerScope({ scopeName: 'read', scopeDescription: 'Reads orders.' });
  const orders = people.addResourceServer('Orders', { identifier: 'orders', scopes: [read] });
  const acme = new cognito.UserPoolIdentityProviderOidc(stack, 'Acme', {
    userPool: people,
    name: 'Acme',
    clientId: 'people',
    clientSecret: SecretValue.secretsManager('acme/oidc').unsafeUnwrap(),
    issuerUrl: 'https://acme.example.com',
  });
  const web = people.addClient('Web', {
    authFlows: password,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.resourceServer(orders, read)],
      callbackUrls: ['https://example.com/back'],
    },
    supportedIdentityProviders: [
      cognito.UserPoolClientIdentityProvider.COGNITO,
      cognito.UserPoolClientIdentityProvider.custom(acme.providerName),
    ],
  });
  people.addDomain('Domain', { cognitoDomain: { domainPrefix: 'people-of-acme' } });
  const userPoolId = people.userPoolId;
  new cognito.CfnUserPoolRiskConfigurationAttachment(stack, 'Risk', {
    userPoolId,
    clientId: web.userPoolClientId,
    riskExceptionConfiguration: { skippedIpRangeList: ['192.0.2.0/24'] },
  });
  new cognito.CfnUserPoolUICustomizationAttachment(stack, 'Look', { userPoolId, clientId: 'ALL', css: '.label {}' });
  new cognito.CfnLogDeliveryConfiguration(stack, 'Logs', {
    userPoolId,
    logConfigurations: [
      {
        eventSource: 'userNotification',
        logLevel: 'ERROR',
        cloudWatchLogsConfiguration: { logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:people' },
      },
    ],
  });
  const role = new iam.Role(stack, 'Editor', {
    assumedBy: new iam.FederatedPrincipal('cognito-identity.amazonaws.com'),
  });
  const editors = people.addGroup('Editors', { groupName: 'editors', role });
  const anna = new cognito.CfnUserPoolUser(stack, 'Anna', {
    userPoolId,
    username: 'anna',
    userAttributes: [{ name: 'email', value: 'anna@example.com' }],
    desiredDeliveryMediums: ['EMAIL'],
  });
  new cognito.CfnUserPoolUserToGroupAttachment(stack, 'AnnaEdits', {
    userPoolId,
    username: anna.ref,
    groupName: editors.groupName,
  });

  const machines = new cognito.UserPool(stack, 'Machines', { userPoolName: 'machines' });
  machines.addClient('Robot', { authFlows: password });
  machines.addGroup('Arms', { groupName: 'arms' });
  return people;
}

/** A pool in a nested stack; its clients are in the stack around it, and in another one beside it. */
function shop(stack: Stack, people: cognito.IUserPool): void {
  const customers = new cognito.UserPool(new NestedStack(stack, 'Customers'), 'Pool', { userPoolName: 'customers' });
  new cognito.UserPoolClient(stack, 'Checkout', { userPool: customers, authFlows: password });
  new cognito.UserPoolClient(new NestedStack(stack, 'Apps'), 'Mobile', { userPool: customers, authFlows: password });
  new cognito.UserPoolClient(stack, 'Staff', { userPool: people, authFlows: password });
}
