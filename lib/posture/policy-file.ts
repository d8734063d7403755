import { z } from 'zod';
import type { ResolvedStack } from '../template/resolve';
import { resourcesOfType } from '../template/resolve';
import { withNested } from '../template/with-nested';
import type { EnvironmentStacks } from './environments-of';
import type { Intent } from './intent';
import { declaresIntent } from './read-intent';

/** A policy file that cannot be used: what, where, what was found, what is expected, and what to do. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError';

  constructor(where: string, got: string, expected: string, next: string) {
    super(
      `The policy file cannot be used\n  where:    ${where}\n  got:      ${got}\n  expected: ${expected}\n  next:     ${next}`,
    );
  }
}

const place = z.string().min(1).describe('Path of the stack and logical id: identity/PeopleC90B2AF1.');

const environment = z.strictObject({
  class: z.enum(['sandbox', 'pre-production', 'production']).optional(),
  assurance: z.enum(['aal1', 'aal2']).optional(),
  composition: z.enum(['nist', 'aws-fsbp']).optional(),
  clientKinds: z.record(place, z.enum(['browser', 'native', 'server', 'machine', 'legacy-password'])).default({}),
  authorizationAttributes: z.record(place, z.array(z.string().min(1))).default({}),
  publicSignUp: z.record(place, z.boolean()).default({}),
  waivers: z
    .array(
      z.strictObject({
        control: z.string().regex(/^CGN-[A-Z]{3}-\d{2}$/, 'expected the id of a control such as CGN-MFA-01'),
        reason: z.string().min(12, 'expected a sentence of at least 12 characters'),
        owner: z.string().min(1),
        expires: z.iso.date('expected the last day on which it counts, YYYY-MM-DD'),
      }),
    )
    .default([]),
});

const policyFile = z.strictObject({ environments: z.record(z.string(), environment) });

/** What a policy file says about the environments of an assembly whose templates do not say it themselves. */
export interface Policy {
  /** The file, for messages. */
  readonly where: string;
  readonly environments: Readonly<Record<string, Readonly<z.infer<typeof environment>>>>;
}

/**
 * Reads the text of a policy file. Whatever it leaves out is unknown.
 *
 * @throws PolicyFileError
 */
export function readPolicy(text: string, where: string): Policy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    throw new PolicyFileError(where, got, 'a JSON file', 'Correct the file.');
  }
  const checked = policyFile.safeParse(value);
  if (checked.success) return { where, environments: checked.data.environments };
  const got = checked.error.issues
    .map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
    .join('\n            ');
  const fields = Object.keys(environment.shape).join(', ');
  throw new PolicyFileError(
    where,
    got,
    `{ "environments": { NAME: ... } }, each with some of ${fields}`,
    'Correct what is named; docs/posture.md shows a whole file.',
  );
}

/**
 * Every name in the policy has to be one of the assembly: a misspelt one would say nothing, silently. And templates that
 * say themselves what is meant are not overruled from outside.
 *
 * @throws PolicyFileError
 */
export function requireApplicable({ where, environments }: Policy, known: readonly EnvironmentStacks[]): void {
  const named = Object.keys(environments);
  const names = known.map(({ name }) => name);
  const unknown = named.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const expected = `environments of the assembly: ${names.join(', ')}`;
    throw new PolicyFileError(where, unknown.join(', '), expected, 'Correct the names, or remove them.');
  }
  const declaring = known.filter(({ name, stacks }) => named.includes(name) && declaresIntent(stacks));
  if (declaring.length > 0) {
    const expected = 'environments whose templates do not say in Metadata what is meant';
    const next = 'Remove them from the policy, and declare what is meant where the templates come from.';
    throw new PolicyFileError(where, declaring.map(({ name }) => name).join(', '), expected, next);
  }
}

/**
 * What the policy says of one environment; all unknown where it does not name it.
 *
 * @param stacks of that environment
 * @throws PolicyFileError when it names app clients or user pools that are not there
 */
export function policyIntent(policy: Policy, name: string, stacks: readonly ResolvedStack[]): Intent {
  const said = Object.hasOwn(policy.environments, name) ? policy.environments[name] : undefined;
  const entries = <Meant>(field: string, type: string, meant: Readonly<Record<string, Meant>> = {}) => {
    const known = placesOf(stacks, type);
    const unknown = Object.keys(meant).filter((each) => !known.includes(each));
    if (unknown.length === 0) return new Map(Object.entries(meant));
    const where = `${policy.where}: environments.${name}.${field}`;
    const expected = known.length === 0 ? `nothing, as there is no ${type}` : `some of ${known.join(', ')}`;
    throw new PolicyFileError(where, unknown.join(', '), expected, 'Copy path and logical id from the templates.');
  };
  return {
    class: said?.class,
    assurance: said?.assurance,
    composition: said?.composition,
    waivers: said?.waivers ?? [],
    clientKinds: entries('clientKinds', 'AWS::Cognito::UserPoolClient', said?.clientKinds),
    authorizationAttributes: entries(
      'authorizationAttributes',
      'AWS::Cognito::UserPool',
      said?.authorizationAttributes,
    ),
    publicSignUp: entries('publicSignUp', 'AWS::Cognito::UserPool', said?.publicSignUp),
  };
}

function placesOf(stacks: readonly ResolvedStack[], type: string): readonly string[] {
  return stacks
    .flatMap((stack) => withNested(stack))
    .flatMap((stack) => resourcesOfType(stack, type).map(({ logicalId }) => `${stack.artifact.path}/${logicalId}`));
}
