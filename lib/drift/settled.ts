import { valueAt } from '../review/written';
import { isList, isObject, member } from '../template/value';
import type { RawObject, RawValue, Value, ValueObject } from '../template/value';

/** Two names of one setting, of which the service tells both: the older, the newer. */
const twins = [
  ['EmailVerificationMessage', 'VerificationMessageTemplate.EmailMessage'],
  ['EmailVerificationSubject', 'VerificationMessageTemplate.EmailSubject'],
  ['SmsVerificationMessage', 'VerificationMessageTemplate.SmsMessage'],
  ['AdminCreateUserConfig.UnusedAccountValidityDays', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays'],
  ['LambdaConfig.PreTokenGeneration', 'LambdaConfig.PreTokenGenerationConfig.LambdaArn'],
] as const;

const tokensConfig = 'LambdaConfig.PreTokenGenerationConfig';
const deviceFlags = ['ChallengeRequiredOnNewDevice', 'DeviceOnlyRememberedOnUserPrompt'] as const;

/** The properties of a live resource without what the service adds to what is declared. */
export function settled(type: string, declared: ValueObject, live: RawObject): RawObject {
  switch (type) {
    case 'AWS::Cognito::UserPool':
      return settledPool(declared, live);
    case 'AWS::Cognito::UserPoolClient':
      // A client of which nothing is said has no secret (API_CreateUserPoolClient).
      return declared['GenerateSecret'] === undefined && live['GenerateSecret'] === false
        ? without(live, ['GenerateSecret'])
        : live;
    default:
      return live;
  }
}

/**
 * The properties of a live user pool without what the service adds to what is declared: second names of a setting, the
 * standard attributes, and flags of device tracking that are off.
 */
function settledPool(declared: ValueObject, live: RawObject): RawObject {
  let pool: RawObject = { ...live, Schema: settledSchema(declared['Schema'], live['Schema']) };
  const drop = (path: string): void => {
    pool = without(pool, path.split('.'));
  };
  const isWritten = (path: string): boolean => valueAt(declared, path) !== undefined;
  for (const [older, newer] of twins) {
    const isSame = valueAt(live, older) !== undefined && valueAt(live, older) === valueAt(live, newer);
    if (!isSame || (isWritten(older) && isWritten(newer))) continue;
    if (!isWritten(older)) drop(older);
    else if (!newer.startsWith(tokensConfig)) drop(newer);
    // The first version of the event is what a trigger that is named in the old way gets.
    else if (valueAt(live, `${tokensConfig}.LambdaVersion`) === 'V1_0') drop(tokensConfig);
  }
  for (const flag of deviceFlags) {
    const path = `DeviceConfiguration.${flag}`;
    // Present is on, whatever its flags: one has to stay for that.
    if (isWritten('DeviceConfiguration') && !isWritten(path) && valueAt(live, path) === false) drop(path);
  }
  return pool;
}

function without(object: RawObject, [key = '', ...rest]: readonly string[]): RawObject {
  const { [key]: value, ...others } = object;
  return rest.length === 0 || !isObject(value) ? others : { ...others, [key]: without(value, rest) };
}

/**
 * Of the attributes those that are declared, with what is declared of them, and those that somebody has added. Every pool
 * has the standard attributes, with lengths that no template says.
 */
function settledSchema(declared: Value | undefined, live: RawValue | undefined): readonly RawValue[] {
  const written = isList(declared) ? declared.filter((each) => isObject(each)) : [];
  const found = isList(live) ? live.filter((each) => isObject(each)) : [];
  return found.flatMap((attribute): readonly RawObject[] => {
    const name = bareName(attribute);
    const match = written.find((each) => bareName(each) === name);
    if (match !== undefined) return [asWritten(attribute, match)];
    return isCustom(attribute) || (attribute['Required'] === true && name !== 'sub') ? [attribute] : [];
  });
}

/** What the service takes for a member of an attribute that a template leaves out (API_SchemaAttributeType). */
const usual: RawObject = { AttributeDataType: 'String', DeveloperOnlyAttribute: false, Mutable: true, Required: false };

function asWritten(attribute: RawObject, declared: ValueObject): RawObject {
  const members = Object.entries(attribute).flatMap(([name, value]): readonly (readonly [string, RawValue])[] => {
    const said = member(declared, name);
    if (isObject(said) && isObject(value)) {
      return [[name, Object.fromEntries(Object.entries(value).filter(([key]) => member(said, key) !== undefined))]];
    }
    const isUnusual = member(usual, name) !== undefined && usual[name] !== value && isCustom(attribute);
    return said !== undefined || isUnusual ? [[name, value]] : [];
  });
  return Object.fromEntries(members);
}

function bareName(attribute: ValueObject): Value | undefined {
  const name = attribute['Name'];
  return typeof name === 'string' ? name.replace(/^(custom:|dev:)+/, '') : name;
}

function isCustom({ Name }: RawObject): boolean {
  return typeof Name === 'string' && /^(custom|dev):/.test(Name);
}
