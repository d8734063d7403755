import type { z } from 'zod';
import { alternatives, describeAllowed } from './allowed-values';
import { nearestKey } from './nearest-key';
import { formatPath, type Path, type Problem, showValue } from './problem';
import { keysOf, nodeAt, type SchemaNode, valueAt } from './schema-node';

/** The rule id of everything that the shape of an environment alone forbids. */
export const schemaRule = 'schema';

/**
 * What zod says about a candidate, as problems; a misspelt key is a problem of its own, at its own path. A value that
 * breaks two conditions of its field is one problem, as what is allowed says both.
 */
export function schemaProblems(
  name: string,
  candidate: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly Problem[] {
  const problems = issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    return translate(issue, path, candidate).map((told) => ({
      environment: name,
      path: formatPath(told.path),
      got: told.got,
      allowed: told.allowed,
      instead: told.instead,
      rule: schemaRule,
    }));
  });
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

interface Told {
  readonly path: Path;
  readonly got: string;
  readonly allowed: string;
  readonly instead: string;
}

function translate(issue: z.core.$ZodIssue, path: Path, candidate: unknown): readonly Told[] {
  const node = nodeAt(path, candidate);
  const value = valueAt(candidate, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, node, value));
  if (issue.code === 'invalid_key') return [invalidName(issue.message, path, candidate)];
  const allowed = node === undefined ? issue.message : describeAllowed(node);
  return [{ path, got: showValue(value, path.at(-1)), allowed, instead: instead(value, path, allowed, node) }];
}

function invalidName(message: string, path: Path, candidate: unknown): Told {
  const names = nodeAt(path.slice(0, -1), candidate)?.propertyNames;
  return {
    path,
    got: `the name ${showValue(path[path.length - 1])}`,
    allowed: names === undefined ? message : describeAllowed(names),
    instead: ['Rename it.', names?.description].filter((part) => part !== undefined).join(' '),
  };
}

function unknownKey(key: string, path: Path, node: SchemaNode | undefined, parent: unknown): Told {
  const keys = node === undefined ? [] : keysOf(node);
  const meant = nearestKey(key, keys);
  return {
    path: [...path, key],
    got: `the key ${JSON.stringify(key)} with ${showValue(valueAt(parent, [key]), key)}`,
    allowed: keys.length === 0 ? 'no keys' : alternatives(keys),
    instead: meant === undefined ? `Remove "${key}".` : `Write "${meant}" if that is meant; else remove "${key}".`,
  };
}

function instead(value: unknown, path: Path, allowed: string, node: SchemaNode | undefined): string {
  const key = path[path.length - 1];
  const verb = value === undefined && key !== undefined ? `Add "${key}":` : 'Write';
  const what = node?.properties === undefined ? allowed : 'an object with these keys';
  return [`${verb} ${what}.`, node?.description].filter((part) => part !== undefined).join(' ');
}
