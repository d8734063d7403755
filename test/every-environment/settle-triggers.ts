import type { Draft } from '../environments/draft';

/** The triggers whose needs are met; the others go. */
export function settleTriggers(environment: Draft): void {
  const { triggers, emailSender, smsSender, standardAttributes, selfSignUp, groups, mfa } = environment;
  if (!selfSignUp.allowed) {
    delete triggers.preSignUp;
    delete triggers.postConfirmation;
  }
  const [group] = Object.keys(groups);
  if (group === undefined) delete triggers.postConfirmation;
  else if (triggers.postConfirmation) triggers.postConfirmation.defaultGroup = group;
  if (emailSender.kind === 'built-in') {
    delete triggers.customMessage;
    delete triggers.customEmailSender;
    delete triggers.customAuthentication;
  }
  if (smsSender.kind === 'none') delete triggers.customSmsSender;
  if (triggers.customEmailSender && (triggers.customSmsSender ?? smsSender.kind === 'none')) {
    delete triggers.customMessage;
  }
  if (
    triggers.customMessage ??
    triggers.customEmailSender ??
    triggers.customSmsSender ??
    triggers.customAuthentication
  ) {
    standardAttributes.locale ??= { required: false, mutable: true };
  }
  if (triggers.customAuthentication && mfa.mode === 'required') triggers.customAuthentication.password = 'required';
  if (Object.keys(environment.identityProviders).length === 0) delete triggers.inboundFederation;
  settleAttributesOfTriggers(environment);
}

function settleAttributesOfTriggers({ triggers, standardAttributes, customAttributes }: Draft): void {
  const denied = triggers.preAuthentication && customAttributes[triggers.preAuthentication.deniedAttribute.slice(7)];
  if (denied) Object.assign(denied, { authorization: true, mutable: true });
  else delete triggers.preAuthentication;

  const required = Object.entries(standardAttributes).filter(([, settings]) => settings.required);
  if (required.some(([name]) => name !== 'email')) delete triggers.userMigration;
  if (triggers.userMigration) {
    customAttributes['legacy_id'] = {
      type: 'String',
      minLength: 0,
      maxLength: 64,
      mutable: false,
      authorization: false,
    };
  }

  const claims = triggers.preTokenGeneration?.attributeClaims ?? {};
  for (const [claim, attribute] of Object.entries(claims)) {
    if (
      triggers.preTokenGeneration?.eventVersion === 'V1_0' ||
      !isDeclared(attribute, { standardAttributes, customAttributes })
    ) {
      Reflect.deleteProperty(claims, claim);
    }
  }
}

/** An attribute that every client may read and write, if there is one. */
export function commonAttribute({
  standardAttributes,
  customAttributes,
}: Pick<Draft, 'standardAttributes' | 'customAttributes'>): string | undefined {
  const own = Object.entries(customAttributes).filter(([, { mutable, authorization }]) => mutable && !authorization);
  return [...Object.keys(standardAttributes), ...own.map(([name]) => `custom:${name}`)].at(0);
}

/** Whether an app or a claim may read a name. */
export function isDeclared(
  attribute: string,
  { standardAttributes, customAttributes }: Pick<Draft, 'standardAttributes' | 'customAttributes'>,
): boolean {
  const bare = attribute.replace(/_verified$/, '');
  return attribute.startsWith('custom:')
    ? Object.hasOwn(customAttributes, attribute.slice(7))
    : Object.hasOwn(standardAttributes, bare);
}
