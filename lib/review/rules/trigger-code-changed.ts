import { isObject, member } from '../../template/value';
import type { Value } from '../../template/value';
import { bundleDigest } from '../../template/read-snapshot';
import type { Located } from '../../posture/subject';
import { canonicalOf } from '../effective/canonical-of';
import type { EnvironmentRule, Observation } from './rule';
import { triggerFunctions, variablesOf } from './trigger-functions';

/** What a trigger has in its hands, for the sentence that tells of new code. */
const decides: Readonly<Record<string, string>> = {
  PreTokenGeneration: 'what is in every token',
  PreSignUp: 'who may sign up, and who is confirmed without a code',
  PreAuthentication: 'who may sign in',
  InboundFederation: 'what is taken over from identity providers',
  UserMigration: 'who gets in with a password of the old system',
  VerifyAuthChallengeResponse: 'whether a challenge is passed',
  DefineAuthChallenge: 'which challenges have to be passed',
  CreateAuthChallenge: 'what is asked for in a challenge',
};

export const triggerCodeChanged: EnvironmentRule = {
  kind: 'environment',
  id: 'trigger-code-changed',
  what: 'The code of a trigger decides, and no template shows what it says.',
  source: 'Amazon Cognito developer guide, Lambda triggers',
  observe: (comparison) =>
    triggerFunctions(comparison.after).flatMap(({ fn, triggers }): readonly Observation[] => {
      const pair = comparison.pairOfAfter(fn);
      if (pair?.before === undefined) return [];
      const decision = triggers.map((each) => decides[each]).find((each) => each !== undefined);
      const effect = `${triggers.join(' and ')} decides ${decision ?? 'what users get to see'}: read what changes in it.`;
      const observe = (property: string, from: string, to: string): readonly Observation[] =>
        from === to
          ? []
          : [{ pair, property, before: from, after: to, rulings: [{ verdict: 'effect-uncertain', effect }] }];
      const settings = ['Handler', 'Runtime', 'Layers'] as const;
      return [
        ...observe('Code', codeOf(pair.before), codeOf(fn)),
        ...settings.flatMap((name) => observe(name, shown(pair.before, name), shown(fn, name))),
        // The values may be nobody's business: only that they differ is told.
        ...(canonicalOf(variablesOf(pair.before)) === canonicalOf(variablesOf(fn))
          ? []
          : observe(
              'Environment.Variables',
              namesOf(variablesOf(pair.before), 'before'),
              namesOf(variablesOf(fn), 'after'),
            )),
      ];
    }),
};

/** The digest of the bundle, or the key or text that stands for the code where there is none. */
function codeOf(fn: Located): string {
  const digest = bundleDigest(fn.stack, fn.resource);
  if (digest !== undefined) return digest;
  const { Code: code } = fn.resource.properties;
  const parts = ['S3Bucket', 'S3Key', 'S3ObjectVersion', 'ImageUri', 'ZipFile'];
  if (!isObject(code)) return canonicalOf(code);
  return canonicalOf(
    Object.fromEntries(
      parts.flatMap((name) => {
        const value = member(code, name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  );
}

function shown(fn: Located | undefined, name: string): string {
  return canonicalOf(fn?.resource.properties[name]);
}

function namesOf(variables: Value | undefined, side: string): string {
  return `${isObject(variables) ? Object.keys(variables).sort().join(', ') : 'none'} (${side})`;
}
