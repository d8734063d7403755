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
    case 'function':
    case 'user-pool':
      return wrong(form, value);
  }
}

/** An object of texts. */
export function parseTags(value: Value): Parsed<Readonly<Record<string, string>>> {
  if (!isObject(value)) return wrong({ kind: 'tags' }, value);
  const tags = Object.entries(value).map(([key, tag]) => [key, typeof tag === 'string' ? tag : brief(tag)]);
  return done(Object.fromEntries(tags) as Record<string, string>);
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
      return form.placeholder === undefined
        ? `a text of ${form.shortest} to ${form.longest} characters`
        : `a text of ${form.shortest} to ${form.longest} characters with ${form.placeholder} in it`;
    case 'texts':
      return 'a list of texts';
    case 'choice':
    case 'choices':
      return anyOf(form.choices);
    case 'tags':
      return 'an object of texts';
    case 'function':
      return 'the ARN of a Lambda function of this stack';
    case 'user-pool':
      return 'the id of the user pool of this stack';
  }
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
  return isLongEnough && isOfUse ? done(written) : wrong(form, value);
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
