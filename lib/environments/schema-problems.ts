import type { z } from 'zod';
import { alternatives, describeAllowed } from './allowed-values';
import { nearestKey } from './nearest-key';
import { formatPath, type Path, type Problem, showValue } from './problem';
import { keysOf, nodeAt, propertyOf, type SchemaNode, valueAt } from './schema-node';

/** The rule id of everything that the shape of an environment alone forbids. */
export const schemaRule = 'schema';

/**
 * What zod says about a candidate, as problems. A misspelt key is one problem, at its own path, and not the absence of the
 * key that was meant as well. A value that breaks two conditions of its field is one problem, as what is allowed says both.
 */
export function schemaProblems(
  name: string,
  candidate: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly Problem[] {
  const told = issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    return translate(issue, path, candidate);
  });
  const meant = new Set(told.flatMap((each) => (each.meant === undefined ? [] : [formatPath(each.meant)])));
  const problems = told
    .map(({ path, got, allowed, instead }) => {
      return { environment: name, path: formatPath(path), got, allowed, instead, rule: schemaRule };
    })
    .filter(({ path }) => !meant.has(path));
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

interface Told {
  readonly path: Path;
  readonly got: string;
  readonly allowed: string;
  readonly instead: string;
  /** Where a key is missing that was probably misspelt. */
  readonly meant?: Path;
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
    instead: sentence('Rename it.', names),
  };
}

function unknownKey(key: string, path: Path, node: SchemaNode | undefined, parent: unknown): Told {
  const keys = node === undefined ? [] : keysOf(node);
  const nearest = nearestKey(key, keys);
  const told = {
    path: [...path, key],
    got: `the key ${JSON.stringify(key)} with ${showValue(valueAt(parent, [key]), key)}`,
    allowed: keys.length === 0 ? 'no keys' : alternatives(keys),
  };
  if (nearest === undefined) return { ...told, instead: `Remove "${key}".` };
  const field = node?.required?.includes(nearest) === true ? node.properties?.[nearest] : undefined;
  if (field === undefined || propertyOf(parent, nearest) !== undefined)
    return { ...told, instead: `Write "${nearest}" if that is meant; else remove "${key}".` };
  return {
    ...told,
    instead: sentence(`Write "${nearest}": ${describeAllowed(field)}.`, field),
    meant: [...path, nearest],
  };
}

function instead(value: unknown, path: Path, allowed: string, node: SchemaNode | undefined): string {
  const key = path[path.length - 1];
  const nearest = typeof value === 'string' ? nearestKey(value, (node?.enum ?? []).map(String)) : undefined;
  if (nearest !== undefined) return `Write ${JSON.stringify(nearest)} if that is meant; else one of those.`;
  const verb = value === undefined && key !== undefined ? `Add "${key}":` : 'Write';
  const what = node?.properties === undefined ? allowed : 'an object with these keys';
  return sentence(`${verb} ${what}.`, node);
}

/** An instruction, and what the field means. */
function sentence(instruction: string, node: SchemaNode | undefined): string {
  return node?.description === undefined ? instruction : `${instruction} ${node.description}`;
}
