import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPoolIdentityProvider } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { pascalCase } from './logical-id';
import type { ReadFile } from './project-file';
import { providerDetails } from './provider-details';

type Provider = Environment['identityProviders'][string];

export interface IdentityProvidersProps {
  readonly userPoolId: string;
  readonly identityProviders: Environment['identityProviders'];
  /** For SAML metadata that is in a file. */
  readonly readFile: ReadFile;
}

/**
 * The identity providers, each under a logical id made from its name. One that leaves the declaration is deleted,
 * whatever the removal policy of the pool: nobody is to come from there any more. The users who did are kept by the pool,
 * and are the same again when the provider comes back under its name.
 */
export class IdentityProviders extends Construct {
  /** By the name in the declaration: app clients that name them have to come after them. */
  readonly byName: ReadonlyMap<string, CfnUserPoolIdentityProvider>;

  constructor(scope: Construct, id: string, { userPoolId, identityProviders, readFile }: IdentityProvidersProps) {
    super(scope, id);
    this.byName = new Map(
      Object.entries(identityProviders).map(([name, declared]) => {
        const provider = new CfnUserPoolIdentityProvider(this, name, {
          userPoolId,
          providerName: providerName(name, declared.type),
          providerType: declared.type,
          providerDetails: providerDetails(declared, readFile),
          attributeMapping: { ...subjectMapping[declared.type], ...declared.attributeMapping },
          idpIdentifiers: declared.identifiers.toSorted(),
        });
        provider.overrideLogicalId(`IdentityProvider${pascalCase(name)}`);
        provider.applyRemovalPolicy(RemovalPolicy.DESTROY);
        return [name, provider];
      }),
    );
  }
}

/** The name by which Cognito knows a provider: that of a social one is its type. */
export function providerName(name: string, type: Provider['type']): string {
  return type === 'SAML' || type === 'OIDC' ? name : type;
}

/** What a provider calls the user, once and for all; of SAML it is the NameID, which needs no mapping. */
const subjectMapping = {
  SAML: {},
  OIDC: { username: 'sub' },
  Google: { username: 'sub' },
  SignInWithApple: { username: 'sub' },
  Facebook: { username: 'id' },
  LoginWithAmazon: { username: 'user_id' },
} as const satisfies Readonly<Record<Provider['type'], object>>;
