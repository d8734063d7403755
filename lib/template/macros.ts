import { isList, isObject, member } from './value';
import type { RawTemplate, RawValue } from './value';

/** Whether a key of a section is a macro and not a name: `Fn::Transform`, `Fn::ForEach::Name`. */
export function isMacro(key: string): boolean {
  return key.startsWith('Fn::');
}

/** The macros that a template uses on itself or on whole sections (User Guide, "Perform custom processing"). */
export function macrosOf(template: RawTemplate): readonly string[] {
  const transform = member(template, 'Transform');
  const named = (isList(transform) ? transform : [transform]).flatMap(nameOf);
  const sections = ['Resources', 'Conditions', 'Outputs'].map((name) => member(template, name));
  const inSections = sections.flatMap((section) => (isObject(section) ? Object.keys(section).filter(isMacro) : []));
  return [...named, ...Object.keys(template).filter(isMacro), ...inSections];
}

function nameOf(transform: RawValue | undefined): readonly string[] {
  if (transform === undefined) return [];
  const name = isObject(transform) ? member(transform, 'Name') : transform;
  return [typeof name === 'string' ? name : 'Transform'];
}
