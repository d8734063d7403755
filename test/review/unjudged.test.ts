import { readFileSync } from 'node:fs';
import { renderJson } from '../../lib/review/report-json';
import { renderMarkdown } from '../../lib/review/report-markdown';
import { reviewLines } from '../../lib/commands/review-lines';
import { readSnapshot } from '../../lib/template/read-snapshot';
import { stackArtifact } from '../template/stack-artifact';
import { client, clientChange, pool, poolChange, resource } from './corpus/pair';
import type { PairSide } from './corpus/pair';
import { outcomeOf } from './outcome-of';

const topic = { Topic: resource('AWS::SNS::Topic', { DisplayName: 'a' }) };
const told = (before: PairSide, after: PairSide) => outcomeOf(before, after).environments[0]?.unjudged;

test.each([
  ['is gone', { ...pool(), ...topic }, pool(), 'Topic (AWS::SNS::Topic) removed'],
  ['is new', pool(), { ...pool(), ...topic }, 'Topic (AWS::SNS::Topic) added'],
  [
    'is another one',
    { ...pool(), ...topic },
    { ...pool(), Topic: resource('AWS::SNS::Topic', { DisplayName: 'b' }) },
    'Topic (AWS::SNS::Topic) changed',
  ],
])('a resource of a type that no rule judges, which %s, is named: it is not said that nothing changes', (...row) => {
  const [, before, after, line] = row;
  const outcome = outcomeOf(before, after);
  expect(outcome.changes).toEqual([]);
  expect(renderMarkdown(outcome)).toBe(
    `**Nothing changes that is judged.**\n\nFrom \`base\` to \`head\`.\n\n- Not judged in dev: ${line}.\n`,
  );
  expect(reviewLines(outcome, 200)).toContain(`Not judged in dev: ${line}.`);
  expect(JSON.parse(renderJson(outcome))).toMatchObject({ environments: [{ notJudged: [line] }] });
});

test('a resource that a judged change is about is not named again', () => {
  const withTrigger = (MemorySize: number, text: string) => ({
    ...pool({ LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Fn', 'Arn'] } } }),
    Fn: resource('AWS::Lambda::Function', { MemorySize, Environment: { Variables: { TEXT: text } } }),
  });
  const outcome = outcomeOf(withTrigger(128, 'a'), withTrigger(256, 'b'));
  expect(outcome.changes.map(({ change }) => change.pair.after?.resource.logicalId)).toEqual(['Fn']);
  expect(outcome.environments[0]?.unjudged.resources).toEqual([]);
});

test('another way to write the same of a pool or a client is no difference', () => {
  const { before, after } = clientChange(
    { RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: 'days' } },
    { RefreshTokenValidity: 24, TokenValidityUnits: { RefreshToken: 'hours' } },
  );
  expect(told(before, after)).toEqual({ isSame: true, resources: [] });
});

test('what is around the resources, as an output, is a difference without a name', () => {
  const withOutput = (Value: string) => [stackArtifact({ Resources: pool(), Outputs: { A: { Value } } })];
  expect(told(withOutput('a'), withOutput('b'))).toEqual({ isSame: false, resources: [] });
});

test('a Lambda function that is no trigger differs by its bundle, where both sides have digests', () => {
  const file = 'test/snapshots/prod/auth.json';
  const before = readSnapshot(readFileSync(file, 'utf8'), file);
  const [name = ''] = Object.keys(before.bundles ?? {}).filter((each) => each.startsWith('Clients'));
  const after = { ...before, bundles: { ...before.bundles, [name]: 'sha256:0' } };
  expect(told([before], [before])).toEqual({ isSame: true, resources: [] });
  expect(told([before], [after])?.isSame).toBe(false);
});

test('an environment with changes that are judged names the others as well', () => {
  const { before, after } = poolChange({ MfaConfiguration: 'OFF' }, { MfaConfiguration: 'OFF', UserPoolName: 'other' });
  const text = renderMarkdown(outcomeOf({ ...(before as object), ...topic }, { ...(after as object), ...client() }));
  expect(text).toContain('\n- Not judged in dev: Topic (AWS::SNS::Topic) removed.\n');
});
