import { markup, type Markup } from '../markup';

/** Each setting on a row of its own, under its path: Policies.PasswordPolicy.MinimumLength. What nobody set is left out. */
export function settingRows(settings: object): readonly Markup[] {
  return leaves('', settings).map(
    ([path, value]) =>
      markup`<tr>
        <td>${path}</td>
        <td>${value}</td>
      </tr>`,
  );
}

function leaves(path: string, value: unknown): readonly (readonly [path: string, value: string])[] {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return [[path, value.join(', ')]];
  if (typeof value === 'object' && value !== null) {
    const prefix = path === '' ? '' : `${path}.`;
    return Object.entries(value).flatMap(([name, part]) => leaves(`${prefix}${name}`, part));
  }
  if (value === undefined) return [];
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}
