import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { alarms, triggerAlarms } from '../environments/alarms';
import { resourcesFor, stageFor } from '../stacks/template-for';
import { pagesRange } from '../synthesis/pages-range';
import type { TemplateResource } from '../synthesis/template-resource';
import { watchedRange } from '../synthesis/watched-range';

type Resources = Readonly<Record<string, TemplateResource>>;

const { watched, audited } = watchedRange;

/** With a trigger of every sort: one that users wait for, one that nobody waits for, and a function on a schedule. */
const triggered: Environment = {
  ...dev,
  account: '111122223333',
  name: 'triggered',
  emailSender: watched.emailSender,
  triggers: {
    functions: dev.triggers.functions,
    preSignUp: dev.triggers.preSignUp,
    customEmailSender: { productName: 'Example' },
  },
  monitoring: { ...alarms, triggers: triggerAlarms },
};

const federated: Environment = {
  ...pagesRange.providers,
  name: 'federated',
  resourceServers: { orders: { identifier: 'orders', scopes: { read: 'Reads orders.' } } },
  clients: {
    ...pagesRange.providers.clients,
    batch: {
      kind: 'machine',
      scopes: ['orders/read'],
      accessTokenMinutes: 60,
      secretRotation: { enabled: true, everyDays: 30, graceDays: 2 },
    },
  },
  monitoring: alarms,
};

const templates = new Map<string, Resources>();
beforeAll(() => {
  for (const environment of [watched, triggered, federated]) templates.set(environment.name, resourcesFor(environment));
}, 60_000);

const resourcesOf = (name: string): Resources => templates.get(name) ?? {};

function ofType(resources: Resources, type: string): readonly (readonly [string, TemplateResource])[] {
  return Object.entries(resources).filter(([, { Type }]) => Type === type);
}

const alarmsOf = (name: string) => ofType(resourcesOf(name), 'AWS::CloudWatch::Alarm');

const dimensions = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

const from = 'GreaterThanOrEqualToThreshold';
const above = 'GreaterThanThreshold';
const client = (name: string) => ({ UserPool: { Ref: 'UserPool' }, UserPoolClient: { Ref: `Client${name}` } });
const risk = (Operation: string) => ({ Operation, UserPoolId: { Ref: 'UserPool' } });

test.each<
  readonly [environment: string, alarm: string, metric: string, of: object, statistic: string, goesOff: string]
>([
  ['watched', 'AlarmThrottledSignInsWeb', 'AWS/Cognito SignInThrottles', client('Web'), 'Sum', `${from} 10`],
  ['watched', 'AlarmThrottledSignUpsWeb', 'AWS/Cognito SignUpThrottles', client('Web'), 'Sum', `${from} 10`],
  [
    'watched',
    'AlarmThrottledTokenRefreshesWeb',
    'AWS/Cognito TokenRefreshThrottles',
    client('Web'),
    'Sum',
    `${from} 10`,
  ],
  ['watched', 'AlarmRiskySignIns', 'AWS/Cognito Risk', risk('SignIn'), 'Sum', `${from} 5`],
  ['watched', 'AlarmRiskySignUps', 'AWS/Cognito Risk', risk('SignUp'), 'Sum', `${from} 5`],
  ['watched', 'AlarmRiskyPasswordChanges', 'AWS/Cognito Risk', risk('PasswordChange'), 'Sum', `${from} 5`],
  ['watched', 'AlarmSmsSpend', 'AWS/SNS SMSMonthToDateSpentUSD', {}, 'Maximum', `${from} 80`],
  [
    'triggered',
    'AlarmErrorsTriggersPreSignUp',
    'AWS/Lambda Errors',
    { FunctionName: expect.objectContaining({ Ref: expect.stringContaining('presignup') }) },
    'Sum',
    `${from} 5`,
  ],
  [
    'triggered',
    'AlarmDurationTriggersPreSignUp',
    'AWS/Lambda Duration',
    { FunctionName: expect.objectContaining({ Ref: expect.stringContaining('presignup') }) },
    'p99',
    `${above} 4000`,
  ],
  [
    'triggered',
    'AlarmErrorsUnusedDevicesForgetUnusedDevices',
    'AWS/Lambda Errors',
    { FunctionName: expect.objectContaining({ Ref: expect.stringContaining('forgetunuseddevices') }) },
    'Sum',
    `${from} 1`,
  ],
  [
    'federated',
    'AlarmErrorsClientsBatchRotationFunction',
    'AWS/Lambda Errors',
    { FunctionName: expect.objectContaining({ Ref: expect.stringContaining('batchRotation') }) },
    'Sum',
    `${from} 1`,
  ],
])('in %s %s looks at %s', (environment, alarm, metric, of, statistic, goesOff) => {
  const { Properties = {} } = resourcesOf(environment)[alarm] ?? {};
  const {
    Namespace,
    MetricName,
    Dimensions = [],
    Statistic,
    ExtendedStatistic,
    ComparisonOperator,
    Threshold,
  } = Properties;
  expect(`${String(Namespace)} ${String(MetricName)}`).toBe(metric);
  expect(Dimensions).toEqual(dimensions(of as Readonly<Record<string, unknown>>));
  expect(Statistic ?? ExtendedStatistic).toBe(statistic);
  expect(`${String(ComparisonOperator)} ${String(Threshold)}`).toBe(goesOff);
  expect(Properties['Period']).toBe(300);
});

describe('the alarm for sign-ins that fail', () => {
  test('takes all sign-ins through a client from the count of SignInSuccesses, and those that succeed from its sum', () => {
    const properties = resourcesOf('watched')['AlarmFailedSignInsWeb']?.Properties ?? {};
    const metric = { Namespace: 'AWS/Cognito', MetricName: 'SignInSuccesses', Dimensions: dimensions(client('Web')) };
    expect(properties).toMatchObject({ ComparisonOperator: above, Threshold: 40, TreatMissingData: 'notBreaching' });
    expect(properties['Metrics']).toEqual([
      expect.objectContaining({
        Expression: 'IF(attempts >= 20, 100 * (attempts - successes) / attempts, 0)',
        ReturnData: true,
      }),
      { Id: 'attempts', MetricStat: { Metric: metric, Period: 300, Stat: 'SampleCount' }, ReturnData: false },
      { Id: 'successes', MetricStat: { Metric: metric, Period: 300, Stat: 'Sum' }, ReturnData: false },
    ]);
  });

  test('is there for every client through which people sign in, and for no machine', () => {
    const ids = alarmsOf('federated').map(([id]) => id);
    expect(ids.filter((id) => id.startsWith('AlarmFailedSignIns'))).toEqual([
      'AlarmFailedSignInsBackend',
      'AlarmFailedSignInsWeb',
    ]);
    expect(ids.filter((id) => id.startsWith('AlarmThrottled') && id.includes('Batch'))).toEqual([]);
  });
});

test('throttled federation is watched for each provider of a client, under the name that Cognito gives it', () => {
  const watchedProviders = alarmsOf('federated')
    .filter(([id]) => id.startsWith('AlarmThrottledFederation'))
    .map(([, { Properties }]) => [Properties['AlarmName'], Properties['MetricName'], Properties['Dimensions']]);
  const of = (IdentityProvider: string) => dimensions({ IdentityProvider, ...client('Web') });
  expect(watchedProviders).toEqual([
    ['userpool-federated-throttled-federation/web/partner', 'FederationThrottles', of('partner')],
    ['userpool-federated-throttled-federation/web/social-google', 'FederationThrottles', of('Google')],
  ]);
});

test.each(['watched', 'triggered', 'federated'])(
  'every alarm of %s has a name of its own, tells the topic when it goes off and when that is over, and knows what no data mean',
  (name) => {
    const names = alarmsOf(name).map(([, { Properties }]) => Properties['AlarmName']);
    expect(new Set(names).size).toBe(names.length);
    for (const [id, { Properties }] of alarmsOf(name)) {
      expect(Properties).toMatchObject({
        AlarmName: expect.stringMatching(`^userpool-${name}-`),
        AlarmDescription: expect.stringMatching(/\w+\.$/),
        ActionsEnabled: true,
        AlarmActions: [{ Ref: 'AlarmTopic' }],
        OKActions: [{ Ref: 'AlarmTopic' }],
        EvaluationPeriods: 1,
        TreatMissingData: id === 'AlarmSmsSpend' ? 'ignore' : 'notBreaching',
      });
    }
  },
);

test('every function of a stack is watched for errors; for its duration only where a user waits for it', () => {
  const functions = ofType(resourcesOf('triggered'), 'AWS::Lambda::Function').map(([id]) => id);
  const watchedBy = (metric: string) =>
    alarmsOf('triggered')
      .filter(([, { Properties }]) => Properties['MetricName'] === metric)
      .map(([, { Properties }]) => (Properties['Dimensions'] as readonly [{ Value: { Ref: string } }])[0].Value.Ref);
  expect(watchedBy('Errors').toSorted()).toEqual(functions.toSorted());
  expect(watchedBy('Duration')).toEqual([expect.stringContaining('presignup')]);
});

describe('the topic', () => {
  const alarmsOfThisPool = {
    StringEquals: { 'aws:SourceAccount': '111122223333' },
    ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:userpool-watched-*' },
  };
  const byCloudWatch = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } };

  test('is encrypted with a key that rotates and that CloudWatch may use for these alarms', () => {
    const [[keyId, key] = ['', undefined]] = ofType(resourcesOf('watched'), 'AWS::KMS::Key');
    expect(resourcesOf('watched')['AlarmTopic']?.Properties).toMatchObject({
      KmsMasterKeyId: { 'Fn::GetAtt': [keyId, 'Arn'] },
    });
    expect(key?.Properties).toMatchObject({ EnableKeyRotation: true });
    expect(key?.Properties).toHaveProperty(
      'KeyPolicy.Statement',
      expect.arrayContaining([
        expect.objectContaining({
          ...byCloudWatch,
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Condition: alarmsOfThisPool,
        }),
      ]),
    );
  });

  test('takes messages of these alarms alone, and none without TLS', () => {
    const [[, policy] = []] = ofType(resourcesOf('watched'), 'AWS::SNS::TopicPolicy');
    expect(policy?.Properties).toHaveProperty('PolicyDocument.Statement', [
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      expect.objectContaining({ ...byCloudWatch, Action: 'sns:Publish', Condition: alarmsOfThisPool }),
    ]);
  });

  test('tells every subscriber by e-mail', () => {
    const subscriptions = ofType(resourcesOf('watched'), 'AWS::SNS::Subscription');
    expect(subscriptions.map(([, { Properties }]) => Properties)).toEqual([
      { Protocol: 'email', Endpoint: 'identity-team@example.com', TopicArn: { Ref: 'AlarmTopic' } },
    ]);
  });
});

describe('what text messages cost', () => {
  test('is watched in the Region that sends them, with a topic there', () => {
    expect(resourcesFor(audited)['AlarmSmsSpend']).toBeUndefined();
    const stack = stageFor(audited)
      .synth()
      .stacks.find(({ stackName }) => stackName === 'userpool-audited-sms-spend');
    expect(stack?.environment).toMatchObject({ account: '111122223333', region: 'eu-west-1' });
    const { AlarmSmsSpend, AlarmTopic } = resourcesFor(audited, 'sms-spend');
    expect(AlarmSmsSpend?.Properties).toMatchObject({ Threshold: 80, AlarmActions: [{ Ref: 'AlarmTopic' }] });
    expect(AlarmTopic).toBeDefined();
  });

  test('is watched nowhere where none is sent', () => {
    expect(resourcesOf('triggered')['AlarmSmsSpend']).toBeUndefined();
    expect(stageFor(triggered).synth().stacks).toHaveLength(1);
  });
});

describe('the dashboard', () => {
  interface Widget {
    readonly type: string;
    readonly properties: {
      readonly title: string;
      readonly alarms?: readonly string[];
      readonly metrics?: readonly unknown[];
    };
  }

  /** Its widgets, with a word for whatever is known only after deployment. */
  function widgetsOf(resources: Resources): readonly Widget[] {
    const body = resources['Dashboard']?.Properties['DashboardBody'] as { readonly 'Fn::Join': [string, unknown[]] };
    const text = body['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'token')).join('');
    return (JSON.parse(text) as { readonly widgets: readonly Widget[] }).widgets;
  }
  const titlesOf = (name: string) => widgetsOf(resourcesOf(name)).map(({ properties }) => properties.title);

  test('has the name of the user pool, shows the alarms first, and then what is there', () => {
    expect(resourcesOf('watched')['Dashboard']?.Properties).toHaveProperty('DashboardName', 'userpool-watched');
    expect(titlesOf('watched')[0]).toBe('Alarms');
    expect(titlesOf('watched')).toEqual(
      expect.arrayContaining([
        'Sign-ins, successful or not',
        'Functions: errors',
        'Risky requests',
        'Risks by kind and level',
        'Requests that the web ACL blocks',
        'Text messages this month, US dollars',
      ]),
    );
    expect(titlesOf('triggered')).not.toContain('Risky requests');
    expect(titlesOf('triggered')).not.toContain('Requests that the web ACL blocks');
    expect(titlesOf('triggered')).not.toContain('Text messages this month, US dollars');
  });

  test('shows no graph of nothing', () => {
    const { batch } = federated.clients;
    const machinesAlone = widgetsOf(resourcesFor({ ...federated, clients: batch === undefined ? {} : { batch } }));
    const graphs = machinesAlone.filter(({ type }) => type === 'metric');
    expect(graphs.map(({ properties }) => properties.title)).toEqual([
      'Functions: errors',
      'Functions: duration of 99 of 100 runs, ms',
    ]);
    for (const { properties } of graphs) expect(properties.metrics?.length).toBeGreaterThan(0);
  });

  test('shows all alarms of many clients, as many in a widget as it takes', () => {
    const names = Array.from({ length: 30 }, (_, index) => `web${index}`);
    const clients = Object.fromEntries(names.map((name) => [name, dev.clients.web]));
    const resources = resourcesFor({ ...triggered, clients });
    const shown = widgetsOf(resources).flatMap(({ type, properties }) =>
      type === 'alarm' ? [properties.alarms?.length ?? 0] : [],
    );
    expect(Math.max(...shown)).toBeLessThanOrEqual(100);
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(ofType(resources, 'AWS::CloudWatch::Alarm').length);
  });
});

test('where alarms are off there is no topic and no dashboard', () => {
  const types = Object.values(resourcesFor(dev)).map(({ Type }) => Type);
  expect(types.filter((type) => /CloudWatch|SNS/.test(type))).toEqual([]);
});

test('the order of subscribers and clients means nothing', () => {
  const monitoring = { ...alarms, triggers: triggerAlarms, subscribers: ['a@example.com', 'b@example.com'] };
  const turned = { ...monitoring, subscribers: monitoring.subscribers.toReversed() };
  const clients = Object.fromEntries(Object.entries(triggered.clients).toReversed());
  expect(resourcesFor({ ...triggered, clients, monitoring: turned })).toEqual(
    resourcesFor({ ...triggered, monitoring }),
  );
});
