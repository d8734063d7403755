import { z } from 'zod';
import { metadataKeys } from '../template/metadata';
import type { ClientMetadata, EnvironmentMetadata, SelfSignUpMetadata, WaiverMetadata } from '../template/metadata';
import { resourcesOfType } from '../template/resolve';
import type { ResolvedStack } from '../template/resolve';
import { member } from '../template/value';
import type { Value } from '../template/value';
import { withNested } from '../template/with-nested';
import type { Intent } from './intent';

const environmentMetadata = z.object({
  class: z.enum(['sandbox', 'pre-production', 'production'] satisfies EnvironmentMetadata['class'][]),
  posture: z.object({
    assurance: z.enum(['aal1', 'aal2'] satisfies EnvironmentMetadata['posture']['assurance'][]),
    composition: z.enum(['nist', 'aws-fsbp'] satisfies EnvironmentMetadata['posture']['composition'][]),
  }),
  waivers: z.array(z.unknown()),
});

const waiver: z.ZodType<WaiverMetadata> = z.object({
  control: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: z.iso.date(),
});

const client = z.object({
  kind: z.enum(['browser', 'native', 'server', 'machine', 'legacy-password'] satisfies ClientMetadata['kind'][]),
});
const selfSignUp: z.ZodType<Pick<SelfSignUpMetadata, 'allowed'>> = z.object({ allowed: z.boolean() });
const attributes = z.array(z.string());

/** Whether the templates say themselves what is meant, as those of this project do. */
export function declaresIntent(stacks: readonly ResolvedStack[]): boolean {
  return environmentOf(stacks) !== undefined;
}

/**
 * What is meant with an environment, as far as its templates say so in Metadata. What is not there, or not in the form
 * that the constructs write, is unknown: templates may be older than a field, or somebody else's.
 *
 * @param stacks of one environment
 */
export function readIntent(stacks: readonly ResolvedStack[]): Intent {
  const all = stacks.flatMap((stack) => withNested(stack));
  const { shape } = environmentMetadata;
  const environment = z
    .object({
      class: shape.class.optional().catch(undefined),
      posture: shape.posture.partial().catch({}),
      waivers: shape.waivers.catch([]),
    })
    .catch({ class: undefined, posture: {}, waivers: [] })
    .parse(environmentOf(all));
  return {
    class: environment.class,
    assurance: environment.posture.assurance,
    composition: environment.posture.composition,
    waivers: environment.waivers.flatMap((each) => waiver.safeParse(each).data ?? []),
    clientKinds: saidOf(all, 'AWS::Cognito::UserPoolClient', metadataKeys.client, client, ({ kind }) => kind),
    authorizationAttributes: saidOf(
      all,
      'AWS::Cognito::UserPool',
      metadataKeys.authorizationAttributes,
      attributes,
      (names) => names,
    ),
    publicSignUp: saidOf(all, 'AWS::Cognito::UserPool', metadataKeys.selfSignUp, selfSignUp, (said) => said.allowed),
  };
}

/** Every stack of an environment carries the same. */
function environmentOf(stacks: readonly ResolvedStack[]): Value | undefined {
  return stacks
    .map(({ metadata }) => member(metadata, metadataKeys.environment))
    .find((metadata) => metadata !== undefined);
}

/** What resources of a type say under a key of their Metadata, by path of the stack and logical id. */
function saidOf<Said, Meant>(
  stacks: readonly ResolvedStack[],
  type: string,
  key: string,
  shape: z.ZodType<Said>,
  meaning: (said: Said) => Meant,
): ReadonlyMap<string, Meant> {
  return new Map(
    stacks.flatMap((stack) =>
      resourcesOfType(stack, type).flatMap(({ logicalId, metadata }): readonly [string, Meant][] => {
        const said = shape.safeParse(member(metadata, key));
        return said.success ? [[`${stack.artifact.path}/${logicalId}`, meaning(said.data)]] : [];
      }),
    ),
  );
}
