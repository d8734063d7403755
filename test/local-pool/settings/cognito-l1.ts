import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The properties of the Cognito types in the L1 constructs of the installed CDK, read from their generated code: the
 * functions that turn the properties of a construct into those of a template name each as the template does.
 */
const file = path.join(__dirname, '../../../node_modules/aws-cdk-lib/aws-cognito/lib/cognito.generated.js');
const source = readFileSync(file, 'utf8');

const converter =
  /function (convertCfn\w+ToCloudFormation)\(properties\)\{return cdk\(\)\.canInspect\(properties\)\?\(\w+\(properties\)\.assertSuccess\(\),\{(.*?)\}\):properties\}/g;
const converters = new Map([...source.matchAll(converter)].map(([, name = '', body = '']) => [name, body]));

/** Every AWS::Cognito type that the CDK knows. */
export const cognitoTypes: readonly string[] = [
  ...new Set([...source.matchAll(/"(AWS::Cognito::\w+)"/g)].map(([, type = '']) => type)),
];

/** Paths down to the leaves, `[]` after the name of a list. */
export function leafPaths(type: string): readonly string[] {
  return pathsOf(`convertCfn${type.replace('AWS::Cognito::', '')}PropsToCloudFormation`, '');
}

function pathsOf(name: string, prefix: string): readonly string[] {
  const body = converters.get(name);
  if (body === undefined) throw new Error(`${file} has no ${name}: its form has changed`);
  return [...body.matchAll(/(\w+):(.*?)\(properties\.\w+\)/g)].flatMap(([, property = '', conversion = '']) => {
    const list = conversion.includes('listMapper') ? '[]' : '';
    const below = /convertCfn\w+/.exec(conversion)?.[0];
    const here = `${prefix}${property}${list}`;
    return below === undefined ? [here] : pathsOf(below, `${here}.`);
  });
}
