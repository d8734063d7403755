import { autoVerified } from '../../lib/posture/controls/acc-03-auto-verified';
import { userActivityLog } from '../../lib/posture/controls/log-01-user-activity';
import { minimumLength } from '../../lib/posture/controls/pwd-01-minimum-length';
import { composition as characterRules } from '../../lib/posture/controls/pwd-02-composition';
import { review } from '../../lib/review/review';
import { rules } from '../../lib/review/rules';
import { propertyRemoved } from '../../lib/review/rules/property-removed';
import { sideOf } from '../../lib/review/side';
import { readSnapshot } from '../../lib/template/read-snapshot';
import type { StackArtifact } from '../../lib/template/assembly';
import { renderSnapshot, snapshotOf } from '../../lib/template/snapshot';
import type { RawObject } from '../../lib/template/value';
import { stackArtifact } from '../template/stack-artifact';
import { corpus } from './corpus';
import { client, part, pool, resource } from './corpus/pair';
import type { PairSide } from './corpus/pair';
import { reviewOf, sideFrom, today } from './review-of';

const changesOf = (before: PairSide, after: PairSide) => review(sideFrom(before), sideFrom(after), today, []);

test('every rule has its say in a pair of the corpus', () => {
  const said = new Set(
    corpus.flatMap((pair) => reviewOf(pair, [])).flatMap((change) => change.judgements.map(({ rule }) => rule)),
  );
  const ids = [...rules, propertyRemoved].map(({ id }) => id);
  expect([...new Set(ids)].filter((id) => !said.has(id))).toEqual([]);
});

test.each(rules)('$id is a sentence with a source', ({ id, what, source }) => {
  expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(what).toMatch(/^[A-Z].{10,}\.$/s);
  expect(source.length).toBeGreaterThan(5);
});

test('a replaced client names who refers to it, inside Fn::Join and Fn::Sub and in outputs as well', () => {
  const template = (GenerateSecret: boolean) => [
    stackArtifact({
      Resources: {
        ...pool(),
        ...client({ GenerateSecret }),
        Plain: resource('AWS::SSM::Parameter', { Value: { Ref: 'Client' } }),
        Joined: resource('AWS::SSM::Parameter', { Value: { 'Fn::Join': ['/', ['a', { Ref: 'Client' }]] } }),
        Substituted: resource('AWS::SSM::Parameter', { Value: { 'Fn::Sub': 'a-${Client}' } }),
        Stranger: resource('AWS::SSM::Parameter', { Value: { Ref: 'Pool' } }),
      },
      Outputs: { Id: { Value: { Ref: 'Client' } } },
    }),
  ];
  const [first] = changesOf(template(false), template(true));
  const effect = first?.judgements[0]?.effect;
  for (const name of ['Plain', 'Joined', 'Substituted', 'output Id']) expect(effect).toContain(name);
  expect(effect).not.toContain('Stranger');
});

test('a client of another stack follows its pool through an import', () => {
  const stacks = (logicalId: string) => [
    stackArtifact({
      Resources: { [logicalId]: resource('AWS::Cognito::UserPool', { UserPoolName: 'people' }) },
      Outputs: { Id: { Value: { Ref: logicalId }, Export: { Name: 'pool' } } },
    }),
    stackArtifact(
      {
        Resources: { Client: resource('AWS::Cognito::UserPoolClient', { UserPoolId: { 'Fn::ImportValue': 'pool' } }) },
      },
      { path: 'dev/app', stackName: 'dev-app' },
    ),
  ];
  const verdicts = changesOf(stacks('Pool'), stacks('Renamed')).map(({ pair, judgements }) => [
    pair.after?.resource.logicalId,
    judgements[0]?.verdict,
  ]);
  expect(verdicts).toEqual([
    ['Renamed', 'destroys-users'],
    ['Client', 'new-client-id'],
  ]);
});

test.each(['client_secret', 'private_key'])('a %s is never shown', (name) => {
  const provider = (secret: string) => ({
    ...pool(),
    ...part('Part', 'UserPoolIdentityProvider', {
      ProviderName: 'a',
      ProviderType: 'OIDC',
      ProviderDetails: { [name]: secret },
    }),
  });
  const told = changesOf(provider('hush-one'), provider('hush-two')).map(({ before, after, judgements }) => ({
    before,
    after,
    judgements,
  }));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('hush');
});

test('values of the variables of a trigger are never shown', () => {
  const trigger = (TOKEN: string) => ({
    ...pool({ LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Fn', 'Arn'] } } }),
    Fn: resource('AWS::Lambda::Function', { Environment: { Variables: { TOKEN } } }),
  });
  const told = changesOf(trigger('hush-one'), trigger('hush-two')).map(({ property, before, after }) => ({
    property,
    before,
    after,
  }));
  expect(told).toEqual([{ property: 'Environment.Variables', before: 'TOKEN (before)', after: 'TOKEN (after)' }]);
});

describe('the bundle of a trigger', () => {
  const template: RawObject = {
    Resources: {
      ...pool({ LambdaConfig: { PreTokenGeneration: { Ref: 'Live' } } }),
      Live: resource('AWS::Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
      Fn: resource('AWS::Lambda::Function', {
        Code: { S3Bucket: 'b', S3Key: `${'a'.repeat(64)}.zip` },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
      }),
    },
  };
  const assets = [
    { id: 'a'.repeat(64), sourcePath: '/asset', objectKey: `${'a'.repeat(64)}.zip`, packaging: 'zip' },
  ] as const;
  const snapshot = (digest: string) => {
    const text = renderSnapshot(snapshotOf(stackArtifact(template, { assets }), () => digest));
    return sideOf([readSnapshot(text)]);
  };

  test('shows by its digest, through the alias, though the template is the same', () => {
    const [change, ...others] = review(snapshot('sha256:1'), snapshot('sha256:2'), today, []);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ property: 'Code', before: 'sha256:1', after: 'sha256:2' });
    expect(change?.judgements).toMatchObject([{ verdict: 'effect-uncertain', rule: 'trigger-code-changed' }]);
    expect(change?.judgements[0]?.effect).toContain('what is in every token');
  });

  test('is no change where its digest is the same', () => {
    expect(review(snapshot('sha256:1'), snapshot('sha256:1'), today, [])).toEqual([]);
  });
});

const withLength = (MinimumLength: number) => pool({ Policies: { PasswordPolicy: { MinimumLength } } });

describe('a control that passes before and fails afterwards', () => {
  const second = { Second: resource('AWS::Cognito::UserPool', { UserPoolName: 'second' }) };

  test('is a weakening, also by a resource that is new', () => {
    const changes = review(sideFrom(withLength(15)), sideFrom({ ...withLength(15), ...second }), today, [
      minimumLength,
    ]);
    expect(
      changes.map(({ pair, judgements }) => [pair.after?.resource.logicalId, judgements.map(({ verdict }) => verdict)]),
    ).toEqual([
      ['Second', ['weakens']],
      ['Second', ['neutral']],
    ]);
  });

  test('says until when it is waived', () => {
    const waiver = { control: 'CGN-PWD-01', reason: 'A pilot.', owner: 'identity-team', expires: '2027-01-31' };
    const waivers = { waivers: [waiver] };
    const changes = review(sideFrom(withLength(15), waivers), sideFrom(withLength(8), waivers), today, [minimumLength]);
    expect(changes).toHaveLength(1);
    const own = changes.flatMap(({ judgements }) => judgements).filter(({ rule }) => rule === 'CGN-PWD-01');
    expect(own.map(({ verdict }) => verdict)).toEqual(['weakens']);
    expect(own[0]?.effect).toContain('waived until 2027-01-31');
  });
});

test.each([
  ['no composition profile is declared', undefined],
  ['the composition profile is that of AWS', 'aws-fsbp' as const],
])('another length says nothing of the rules for characters where %s', (_, composition) => {
  const side = (length: number) => sideFrom(withLength(length), { composition });
  const changes = review(side(15), side(8), today, [minimumLength, characterRules]);
  expect(changes.map(({ property }) => property)).toEqual(['Policies.PasswordPolicy.MinimumLength']);
  expect(changes[0]?.judgements.map(({ rule }) => rule)).not.toContain(characterRules.id);
});

test('rules for characters that are taken out are uncertain where no composition profile is declared', () => {
  const withRule = (RequireNumbers: boolean) =>
    sideFrom(pool({ Policies: { PasswordPolicy: { RequireNumbers } } }), { composition: undefined });
  const told = review(withRule(true), withRule(false), today, [characterRules]).map(({ property, judgements }) => [
    property,
    judgements.find(({ rule }) => rule === characterRules.id)?.verdict,
  ]);
  expect(told).toEqual([['Policies.PasswordPolicy.RequireNumbers', 'effect-uncertain']]);
});

test('a waiver is advised only where a control fails: of one that is still met it would be unused', () => {
  const adviceFor = (MinimumLength: number) =>
    review(sideFrom(withLength(20)), sideFrom(withLength(MinimumLength)), today, [minimumLength])
      .flatMap(({ judgements }) => judgements)
      .find(({ rule }) => rule === minimumLength.id)?.instead;
  expect(adviceFor(15)).toEqual(['Leave it as it was.']);
  expect(adviceFor(7)).toEqual(['Leave it as it was, or waive CGN-PWD-01 with a reason, an owner and an expiry date.']);
});

test('a control that is met less by what changes beside it shows that its own value is the same', () => {
  const withNames = (UsernameAttributes: readonly string[]) =>
    pool({ UsernameAttributes: [...UsernameAttributes], AutoVerifiedAttributes: ['email'] });
  const changes = review(sideFrom(withNames(['email'])), sideFrom(withNames(['phone_number'])), today, [autoVerified]);
  expect(changes.map(({ property, before, after }) => [property, before, after])).toEqual([
    ['UsernameAttributes', '["email"]', '["phone_number"]'],
    ['AutoVerifiedAttributes', '["email"]', '["email"]'],
  ]);
});

test('a control that is about something beside the pool says that it was met', () => {
  const log = part('Log', 'LogDeliveryConfiguration', {
    LogConfigurations: [
      {
        EventSource: 'userAuthEvents',
        LogLevel: 'INFO',
        CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:a' },
      },
    ],
  });
  const plus = pool({ UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } });
  const changes = review(sideFrom({ ...plus, ...log }), sideFrom(plus), today, [userActivityLog]);
  const own = changes.filter(({ judgements }) => judgements.some(({ rule }) => rule === userActivityLog.id));
  expect(own.map(({ property, before, after }) => [property, before, after])).toEqual([['', '(met)', 'no such entry']]);
});

test('a pool that is another one comes before what follows from it, which refers to it for the cure', () => {
  const stack = (logicalId: string): RawObject => ({
    [logicalId]: resource('AWS::Cognito::UserPool', { UserPoolName: 'people' }),
    Client: resource('AWS::Cognito::UserPoolClient', { UserPoolId: { Ref: logicalId } }),
    Branding: resource('AWS::Cognito::ManagedLoginBranding', {
      UserPoolId: { Ref: logicalId },
      ClientId: { Ref: 'Client' },
    }),
    Admins: resource('AWS::Cognito::UserPoolGroup', { UserPoolId: { Ref: logicalId }, GroupName: 'admins' }),
  });
  const told = changesOf(stack('Pool'), stack('Renamed')).map(({ pair, property, judgements }) => [
    `${pair.after?.resource.logicalId} ${property}`.trim(),
    judgements[0]?.instead?.[0],
  ]);
  expect(told).toEqual([
    ['Renamed', expect.stringContaining('old logical id')],
    ['Admins UserPoolId', 'It follows from Pool: what to do is told there.'],
    ['Client UserPoolId', 'It follows from Pool: what to do is told there.'],
    ['Branding ClientId', undefined],
    ['Branding UserPoolId', undefined],
  ]);
});

test('in a stack that is another one only the pool and the stack have a cure', () => {
  const groups = { ...pool(), ...part('Admins', 'UserPoolGroup', { GroupName: 'admins' }) };
  const changes = changesOf(
    [stackArtifact({ Resources: groups })],
    [stackArtifact({ Resources: groups }, { stackName: 'b' })],
  );
  expect(changes.map(({ property, after, judgements }) => [property || after, judgements[0]?.instead?.[0]])).toEqual([
    ['dev/auth/Pool (another one)', expect.stringContaining('old logical id')],
    ['dev/auth/Admins (another one)', 'It follows from the stack: keep the name, account and Region of that.'],
    ['dev/auth: stackName', 'Keep the name, account and Region of the stack.'],
  ]);
});

test.each([
  ['tags', { tags: { owner: 'a' } }, { tags: { owner: 'b' } }, ['dev/auth: tags.owner', 'a', 'b']],
  [
    'termination protection',
    { terminationProtection: true },
    { terminationProtection: false },
    ['dev/auth: terminationProtection', 'true', 'false'],
  ],
  ['the Region', { region: undefined }, { region: 'eu-west-1' }, ['dev/auth: region', undefined, 'eu-west-1']],
])('%s of a stack are told once, not again for the stacks that are nested in it', (_, before, after, told) => {
  const withNest = (facts: Partial<StackArtifact>) => {
    const inner = stackArtifact({ Resources: pool() }, { ...facts, path: 'dev/auth/Nest', stackName: 'dev-auth-Nest' });
    const template = { Resources: { Nest: resource('AWS::CloudFormation::Stack', { TemplateURL: 'a' }) } };
    return [stackArtifact(template, { ...facts, nested: new Map([['Nest', inner]]) })];
  };
  const changes = changesOf(withNest(before), withNest(after));
  expect(changes.map(({ property, before: from, after: to }) => [property, from, to])).toEqual([told]);
});

test('code that stands in the template is shown as the template has it', () => {
  const trigger = (ZipFile: string) => ({
    ...pool({ LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Fn', 'Arn'] } } }),
    Fn: resource('AWS::Lambda::Function', { Code: { ZipFile } }),
  });
  expect(changesOf(trigger('a'), trigger('b')).map(({ property, before, after }) => [property, before, after])).toEqual(
    [['Code', '{"ZipFile":"a"}', '{"ZipFile":"b"}']],
  );
});

test('an environment that is gone takes its pools with it, and a new one harms nobody', () => {
  const side = sideFrom(pool());
  expect(review(side, new Map(), today).map(({ judgements }) => judgements[0]?.verdict)).toEqual(['destroys-users']);
  expect(review(new Map(), side, today).map(({ judgements }) => judgements[0]?.verdict)).toEqual(['neutral']);
});

test('outside of stages a pool that moves to another stack is followed', () => {
  const outside = (path: string) => [stackArtifact({ Resources: pool() }, { path, stage: undefined, stackName: path })];
  const changes = changesOf(outside('one'), outside('two'));
  expect(
    changes.map(({ environment, pair, judgements }) => [environment, pair.paired, judgements[0]?.verdict]),
  ).toEqual([['two', 'as moved', 'destroys-users']]);
});

test('a stack that can be deployed anywhere and is tied to a place is not taken for another one', () => {
  const placed = (account: string | undefined) => [stackArtifact({ Resources: pool() }, { account })];
  const changes = changesOf(placed(undefined), placed('111122223333'));
  expect(changes.map(({ property, judgements }) => [property, judgements[0]?.verdict])).toEqual([
    ['dev/auth: account', 'effect-uncertain'],
  ]);
});

test.each([
  ['account', { account: '999999999999' }],
  ['region', { region: 'eu-central-1' }],
])('a stack in another %s is a new, empty one', (fact, facts) => {
  const changes = changesOf([stackArtifact({ Resources: pool() })], [stackArtifact({ Resources: pool() }, facts)]);
  expect(changes.map(({ property, judgements }) => [property, judgements[0]?.verdict])).toEqual([
    ['', 'destroys-users'],
    [`dev/auth: ${fact}`, 'effect-uncertain'],
  ]);
});
