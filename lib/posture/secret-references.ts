import { isObject, tokensIn } from '../template/value';
import type { Value } from '../template/value';
import type { Located, Subject } from './subject';

/** A place that people can read, with the secrets that it refers to. */
export interface OpenPlace {
  /** undefined: an output, which belongs to a stack and no resource. */
  readonly at: Located | undefined;
  readonly property: string;
  readonly names: readonly string[];
}

/**
 * Fn::GetAtt of an app client, or of a custom resource that asks DescribeUserPoolClient as that of the CDK does
 * (`UserPoolClient.ClientSecret`).
 */
const secretAttribute = /(^|\.)ClientSecret$/;

/** The client secrets that a value refers to, in a Join or a Sub too: `prod/auth/ClientWeb.ClientSecret`. */
export function secretNamesIn(value: Value | undefined): readonly string[] {
  const names = tokensIn(value)
    .flatMap(({ references }) => references)
    .filter(({ attribute }) => secretAttribute.test(attribute ?? ''))
    .map(({ stack, logicalId, attribute }) => `${stack}/${logicalId}.${attribute ?? ''}`);
  return [...new Set(names)];
}

/** Every place of an environment where a client secret could be read: outputs, functions, parameters. */
export function openPlaces({ stacks, ofType }: Subject): readonly OpenPlace[] {
  const outputs = stacks.flatMap(({ artifact, outputs }) =>
    [...outputs].map(([name, value]) => place(undefined, `Outputs.${name} of ${artifact.path}`, value)),
  );
  const variables = ofType('AWS::Lambda::Function').flatMap((at) => {
    const environment = at.resource.properties['Environment'];
    const declared = isObject(environment) ? environment['Variables'] : environment;
    if (!isObject(declared)) return [place(at, 'Environment.Variables', declared)];
    return Object.entries(declared).map(([name, value]) => place(at, `Environment.Variables.${name}`, value));
  });
  // CloudFormation makes parameters of type String and StringList only, which are not encrypted.
  const parameters = ofType('AWS::SSM::Parameter').map((at) => place(at, 'Value', at.resource.properties['Value']));
  return [...outputs, ...variables, ...parameters].filter(({ names }) => names.length > 0);
}

function place(at: Located | undefined, property: string, value: Value | undefined): OpenPlace {
  return { at, property, names: secretNamesIn(value) };
}
