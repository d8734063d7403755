import type { StackArtifact } from './assembly';
import { evaluateCondition } from './conditions';
import { crossing } from './crossing';
import { Memo } from './memo';
import type { Depth } from './nesting';
import { parameterValue } from './parameters';
import { pseudoParameter } from './pseudo-parameters';
import { resolveValue } from './resolve-value';
import type { ResolveOptions } from './resolved-stack';
import type { Scope } from './scope';
import { section } from './section';
import { referenceToken, tokenOver } from './token-building';
import { expressionOf, isObject, member, Token } from './value';
import type { RawObject, RawValue, Value } from './value';

/** What all stacks that are read together share. */
export interface Surroundings {
  readonly options: ResolveOptions;
  readonly depth: Depth;
  /** The value of an export of any of the stacks, for a stack in that account and Region. */
  exported(name: string, importer: StackArtifact): Value | undefined;
}

/** How a nested stack gets a parameter from its parent; undefined where the parent gives none. */
export type ParentParameters = (name: string) => Value | undefined;

/** The names of one template, worked out when they are asked for, across stacks where they lead there. */
export class StackScope implements Scope {
  readonly artifact: StackArtifact;
  readonly nested: ReadonlyMap<string, StackScope>;
  readonly #surroundings: Surroundings;
  readonly #parent: ParentParameters | undefined;
  readonly #sections: Readonly<Record<'Parameters' | 'Mappings' | 'Conditions' | 'Resources' | 'Outputs', RawObject>>;
  readonly #parameters = new Memo<Value>((name) => circular({ Ref: name }, `parameter ${name}`));
  readonly #conditions = new Memo<boolean | Token>((name) => circular({ Condition: name }, `condition ${name}`));
  readonly #outputs = new Memo<Value | undefined>((name) => circular(this.#output(name), `output ${name}`));
  readonly #exportNames = new Memo<Value | undefined>((name) => circular(this.#output(name), `export of ${name}`));

  constructor(artifact: StackArtifact, surroundings: Surroundings, parent?: ParentParameters) {
    this.artifact = artifact;
    this.#surroundings = surroundings;
    this.#parent = parent;
    this.#sections = {
      Parameters: section(artifact, 'Parameters'),
      Mappings: section(artifact, 'Mappings'),
      Conditions: section(artifact, 'Conditions'),
      Resources: section(artifact, 'Resources'),
      Outputs: section(artifact, 'Outputs'),
    };
    this.nested = new Map(
      [...(artifact.nested ?? [])].map(([logicalId, stack]) => {
        const parameters: ParentParameters = (name) => this.#parameterOf(logicalId, name);
        return [logicalId, new StackScope(stack, surroundings, parameters)];
      }),
    );
  }

  get stack(): string {
    return this.artifact.path;
  }

  get depth(): Depth {
    return this.#surroundings.depth;
  }

  ref(name: string): Value | undefined {
    if (name === 'AWS::NoValue') return undefined;
    if (name.startsWith('AWS::')) {
      const given = this.#surroundings.options.pseudoParameters ?? {};
      return pseudoParameter(name, this.artifact, this.#parent !== undefined, given);
    }
    const declaration = member(this.#sections.Parameters, name);
    if (declaration !== undefined) return this.#parameter(name, declaration);
    return this.#resource(name, undefined);
  }

  attribute(logicalId: string, attribute: string): Value {
    return this.#resource(logicalId, attribute);
  }

  condition(name: string): boolean | Token {
    const raw = member(this.#sections.Conditions, name);
    if (raw === undefined) {
      return new Token('invalid', { Condition: name }, [], `there is no condition ${name}`);
    }
    const value = this.#conditions.get(name, () => evaluateCondition(raw, this));
    return value instanceof Token ? new Token(value.kind, { Condition: name }, value.references, value.reason) : value;
  }

  mapping(name: string): RawValue | undefined {
    return member(this.#sections.Mappings, name);
  }

  imported(name: string): Value | undefined {
    return this.#surroundings.exported(name, this.artifact);
  }

  /** The value of an output; undefined where there is none, also because its condition is false. */
  output(name: string): Value | undefined {
    return this.#outputs.get(name, () => {
      const raw = this.#output(name);
      const exists = this.exists(raw);
      if (!isObject(raw) || exists === false) return undefined;
      const declared = member(raw, 'Value');
      const value = declared === undefined ? undefined : resolveValue(declared, this);
      if (value === undefined) return new Token('invalid', raw, [], `output ${name} has no Value`);
      return crossing(exists === true ? value : perhaps(raw, value, exists), this.stack, `Outputs.${name}`);
    });
  }

  /** The names of outputs under which the stack exports that name; more than one is an error of the template. */
  exportsAs(name: string): readonly string[] {
    return Object.keys(this.#sections.Outputs).filter((output) => this.#exportName(output) === name);
  }

  /** Whether a resource or an output exists: by its Condition. */
  exists(raw: RawValue | undefined): boolean | Token {
    const condition = isObject(raw) ? member(raw, 'Condition') : undefined;
    return typeof condition === 'string' ? this.condition(condition) : true;
  }

  #output(name: string): RawValue {
    return member(this.#sections.Outputs, name) ?? null;
  }

  #exportName(output: string): Value | undefined {
    return this.#exportNames.get(output, () => {
      const raw = this.#output(output);
      const declared = isObject(raw) ? member(raw, 'Export') : undefined;
      const name = isObject(declared) ? member(declared, 'Name') : undefined;
      return name === undefined || this.exists(raw) === false ? undefined : resolveValue(name, this);
    });
  }

  #parameter(name: string, declaration: RawValue): Value {
    return this.#parameters.get(name, () =>
      this.depth.within(this.stack, () => {
        const value = parameterValue(this.stack, name, declaration, this.#givenParameter(name));
        return crossing(value, this.stack, `Parameters.${name}`);
      }),
    );
  }

  #givenParameter(name: string): Value | undefined {
    if (this.#parent !== undefined) return this.#parent(name);
    return member(this.#surroundings.options.parameters ?? {}, name) ?? member(this.artifact.parameters ?? {}, name);
  }

  /** What this stack gives a nested one: a parameter in the properties of its AWS::CloudFormation::Stack. */
  #parameterOf(logicalId: string, name: string): Value | undefined {
    const raw = member(this.#sections.Resources, logicalId);
    const properties = isObject(raw) ? member(raw, 'Properties') : undefined;
    const parameters = isObject(properties) ? member(properties, 'Parameters') : undefined;
    const value = isObject(parameters) ? member(parameters, name) : undefined;
    return value === undefined ? undefined : resolveValue(value, this);
  }

  #resource(logicalId: string, attribute: string | undefined): Value {
    const reference = { stack: this.stack, logicalId, attribute };
    const token = referenceToken(reference, `${logicalId} exists only after deployment`);
    const invalid = (reason: string): Token => new Token('invalid', token.expression, [], reason);
    const raw = member(this.#sections.Resources, logicalId);
    if (raw === undefined) return invalid(`there is no resource or parameter ${logicalId}`);
    if (this.exists(raw) === false) return invalid(`the condition of ${logicalId} is false`);

    const nested = this.nested.get(logicalId);
    if (nested !== undefined && attribute?.startsWith('Outputs.')) {
      const name = attribute.slice('Outputs.'.length);
      return this.depth.within(this.stack, () => nested.output(name)) ?? invalid(`${logicalId} has no output ${name}`);
    }
    return this.#surroundings.options.valueFor?.(reference) ?? token;
  }
}

function circular(expression: RawValue, what: string): Token {
  return new Token('invalid', expression, [], `${what} needs its own value`);
}

/** The value of an output of which it is unknown whether it exists. */
function perhaps(output: RawObject, value: Value, exists: Token): Token {
  const branches = [member(output, 'Condition') ?? null, expressionOf(value), { Ref: 'AWS::NoValue' }];
  return tokenOver({ 'Fn::If': branches }, [exists, value]);
}
