import type { Difference, Drift, NotCompared, TouchedControl } from './difference';

/** The drift as people read it. */
export function driftLines({ environment, userPoolId, differences, notCompared }: Drift): readonly string[] {
  const count = differences.length === 1 ? '1 difference' : `${differences.length} differences`;
  return [
    `${environment}: the user pool ${userPoolId} has ${differences.length === 0 ? 'no difference' : count}.`,
    ...differences.flatMap((each) => ['', ...differenceLines(each)]),
    ...(notCompared.length === 0 ? [] : ['', 'Not compared:', ...notComparedLines(notCompared)]),
  ];
}

function differenceLines(difference: Difference): readonly string[] {
  const { kind, type, name, path, property, declared, live, controls, remedy, remark } = difference;
  const what = `${type.replace('AWS::Cognito::', '')} ${name}`;
  return [
    kind === 'changed' ? `${what}: ${property}` : `${what}: ${kind}`,
    ...(path === undefined ? [] : [`  where     ${path}`]),
    ...(kind === 'changed' ? [`  declared  ${declared ?? 'nothing'}`, `  live      ${live ?? 'nothing'}`] : []),
    `  effect    ${effectOf(difference)}`,
    ...controls.map((control) => `            ${controlLine(control)}`),
    ...(remark === undefined ? [] : [`  note      ${remark}`]),
    ...remedy.commands.map((command) => `  fix       ${command}`),
    ...(remedy.remark === undefined ? [] : [`            ${remedy.remark}`]),
  ];
}

function effectOf({ kind, direction }: Difference): string {
  if (kind === 'gone') return 'what it gives is not there';
  switch (direction) {
    case 'weaker':
      return 'weaker than declared';
    case 'stronger':
      return 'stronger than declared';
    case 'both':
      return 'weaker in one way, stronger in another';
    case 'same':
      return 'no control orders these values';
    case 'unknown':
      return 'whether it is weaker is not known';
  }
}

function controlLine({ id, what, severity, direction, verdict }: TouchedControl): string {
  const facts = [severity, direction, verdict === undefined ? undefined : `live: ${verdict}`];
  return `${id} (${facts.filter((each) => each !== undefined).join(', ')}): ${what}`;
}

/** Each reason with all the places that it is for. */
function notComparedLines(notCompared: readonly NotCompared[]): readonly string[] {
  const places = new Map<string, readonly string[]>();
  for (const { path, property, why } of notCompared) {
    const place = property === '' ? path : `${path} ${property}`;
    places.set(why, [...(places.get(why) ?? []), place]);
  }
  return [...places].flatMap(([why, each]) => [`  ${why}:`, ...[...new Set(each)].map((place) => `    ${place}`)]);
}
