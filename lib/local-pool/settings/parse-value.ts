import type { Value } from '../../template/value';
import { isObject, Token } from '../../template/value';
import { brief } from './findings';
import type { Complaint } from './findings';
import type { Choices, Form } from './property-table';

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly complaint: Complaint };

/** A single value: what a list of texts or choices has as its items. */
type Scalar = boolean | number | string;

const done = <T>(value: T): Parsed<T> => ({ ok: true, value });

/** The value as the form says; CloudFormation takes booleans and numbers as texts too, and numbers where texts belong. */
export function parseScalar(form: Form, value: Value): Parsed<Scalar> {
  if (value instanceof Token) return { ok: false, complaint: unresolved(value, expectedOf(form)) };
  switch (form.kind) {
    case 'boolean':
      if (value === true || value === 'true') return done(true);
      if (value === false || value === 'false') return done(false);
      return wrong(form, value);
    case 'integer':
      return parseInteger(form, value);
    case 'text':
    case 'texts':
      return parseText(form, value);
    case 'choice':
    case 'choices':
      return typeof value === 'string' && Object.hasOwn(form.choices, value)
        ? parseChoice(form.choices, value)
        : wrong(form, value);
    case 'tags':
    case 'details':
    case 'function':
    case 'user-pool':
      return wrong(form, value);
  }
}

/** An object of texts. */
export function parseTags(value: Value): Parsed<Readonly<Record<string, string>>> {
  if (!isObject(value)) return wrong({ kind: 'tags' }, value);
  const tags = Object.entries(value).map(([key, tag]) => [key, typeof tag === 'string' ? tag : brief(tag)] as const);
  return done(Object.fromEntries(tags));
}

/** An object of texts without those that are known only after deployment. What is wrong about it is not shown. */
export function parseDetails(value: Value): Parsed<Readonly<Record<string, string>>> {
  const wrongDetails = { got: 'something else', expected: 'an object of texts', nextStep: 'Write an object of texts.' };
  if (!isObject(value)) return { ok: false, complaint: wrongDetails };
  const known = Object.entries(value).filter(([, detail]) => !(detail instanceof Token));
  const texts = known.map(
    ([key, detail]) => [key, typeof detail === 'string' ? detail : JSON.stringify(detail)] as const,
  );
  if (known.some(([, detail]) => typeof detail === 'object')) return { ok: false, complaint: wrongDetails };
  return done(Object.fromEntries(texts));
}

/** The problem of a value that is known only after deployment. */
export function unresolved(token: Token, expected: string): Complaint {
  return {
    got: `${token.describe()} (${token.reason})`,
    expected: `${expected}, known before deployment`,
    nextStep:
      'Write the value itself, or give the parameter it comes from a default: the local pool cannot ask AWS for it.',
  };
}

/** What a value of the form looks like, for people. */
export function expectedOf(form: Form): string {
  switch (form.kind) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number from ${form.from} to ${form.to}`;
    case 'text':
      return expectedText(form);
    case 'texts':
      return 'a list of texts';
    case 'choice':
    case 'choices':
      return anyOf(form.choices);
    case 'tags':
    case 'details':
      return 'an object of texts';
    case 'function':
      return 'the ARN of a Lambda function of the stacks that are read together';
    case 'user-pool':
      return 'the id of a user pool of the stacks that are read together';
  }
}

function expectedText({ shortest, longest, placeholder, pattern }: Extract<Form, { kind: 'text' }>): string {
  const length = `a text of ${shortest} to ${longest} characters`;
  if (pattern !== undefined) return `${length} that matches ${pattern}`;
  return placeholder === undefined ? length : `${length} with ${placeholder} in it`;
}

function parseInteger(form: Extract<Form, { kind: 'integer' }>, value: Value): Parsed<number> {
  const isText = typeof value === 'string' && /^-?\d+$/.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= form.from && number <= form.to
    ? done(number)
    : wrong(form, value);
}

function parseText(form: Extract<Form, { kind: 'text' | 'texts' }>, value: Value): Parsed<string> {
  if (value === null || typeof value === 'object') return wrong(form, value);
  const written = String(value);
  if (form.kind === 'texts') return done(written);
  const isLongEnough = written.length >= form.shortest && written.length <= form.longest;
  const isOfUse = form.placeholder === undefined || written.includes(form.placeholder);
  const isFit = form.pattern === undefined || new RegExp(`^(?:${form.pattern})$`, 'u').test(written);
  return isLongEnough && isOfUse && isFit ? done(written) : wrong(form, value);
}

function parseChoice(choices: Choices, value: string): Parsed<string> {
  const choice = choices[value];
  if (choice?.outcome !== 'stops') return done(value);
  return {
    ok: false,
    complaint: {
      got: `${brief(value)} (${choice.reason})`,
      expected: anyOf(choices),
      nextStep: choice.nextStep,
      lacking: true,
    },
  };
}

function anyOf(choices: Choices): string {
  const taken = Object.keys(choices).filter((value) => choices[value]?.outcome !== 'stops');
  if (taken.length === 0) return 'nothing: an empty list, or none';
  return taken.length === 1 ? taken.join() : `one of ${taken.join(', ')}`;
}

function wrong<T>(form: Form, value: Value): Parsed<T> {
  return {
    ok: false,
    complaint: {
      got: brief(value),
      expected: expectedOf(form),
      nextStep: `Write ${expectedOf(form)}.`,
    },
  };
}
