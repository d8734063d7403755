/**
 * The keys under which a template's Metadata carries what CloudFormation has no property for, and the shapes behind
 * them. The constructs write them, the readers of the assembly read them; this file knows neither.
 */
export const metadataKeys = {
  /** On the template: {@link EnvironmentMetadata}. */
  environment: 'userpool:environment',
  /** On an AWS::Cognito::UserPoolClient: {@link ClientMetadata}. */
  client: 'userpool:client',
  /** On the AWS::Cognito::UserPool: names of the attributes that applications decide on access by. */
  authorizationAttributes: 'userpool:authorization-attributes',
  /** On the AWS::Cognito::UserPool: {@link SelfSignUpMetadata}. */
  selfSignUp: 'userpool:self-sign-up',
  /** On the template, a user pool, an app client, its secret or an identity pool: {@link ReasonsMetadata}. */
  reasons: 'userpool:reasons',
} as const;

/** Which environment a template is for, and which controls it knowingly does not meet. */
export interface EnvironmentMetadata {
  readonly name: string;
  readonly class: 'sandbox' | 'pre-production' | 'production';
  /** What its posture is held against. */
  readonly posture: { readonly assurance: 'aal1' | 'aal2'; readonly composition: 'nist' | 'aws-fsbp' };
  readonly waivers: readonly WaiverMetadata[];
}

/** A control that is not met: why, who answers for it, and the last day (YYYY-MM-DD) on which that counts. */
export interface WaiverMetadata {
  readonly control: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** The name and kind of an app client; a kind that is less safe says why it is needed. */
export interface ClientMetadata {
  readonly name: string;
  readonly kind: 'browser' | 'native' | 'server' | 'machine' | 'legacy-password';
  readonly reason?: string;
}

/** Whether the environment declares that anybody may create an account. */
export type SelfSignUpMetadata = { readonly allowed: false } | { readonly allowed: true; readonly reason: string };

/**
 * Why a protection of this resource is off, by the name of the property that turns it off; on a template or a secret why
 * one has no resource, by the type that is not there.
 */
export type ReasonsMetadata = Readonly<Record<string, string>>;
