import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnManagedLoginBranding, CfnTerms } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { brandingSettings } from './branding-settings';
import type { Branding } from './branding-settings';
import { pascalCase } from './logical-id';
import { templatePart } from './project-file';
import type { ReadFile } from './project-file';

export interface ClientPagesProps {
  readonly userPoolId: string;
  readonly client: { readonly name: string; readonly id: string; readonly branding: Branding };
  readonly terms: Extract<Environment['managedLogin'], { readonly pages: 'on' }>['terms'];
  /** For the logo. */
  readonly readFile: ReadFile;
}

/**
 * What the pages show for one app client: its style, without which Cognito shows none, and the terms that sign-up links
 * to. Both go with the client.
 */
export class ClientPages extends Construct {
  constructor(scope: Construct, id: string, { userPoolId, client, terms, readFile }: ClientPagesProps) {
    super(scope, id);
    const suffix = pascalCase(client.name);
    const branding = new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId,
      clientId: client.id,
      returnMergedResources: false,
      ...style(client.branding, readFile),
    });
    branding.overrideLogicalId(`BrandingOfClient${suffix}`);
    branding.applyRemovalPolicy(RemovalPolicy.DESTROY);
    if (terms === undefined) return;
    for (const [termsName, links] of [
      ['terms-of-use', terms.termsOfUse],
      ['privacy-policy', terms.privacyPolicy],
    ] as const) {
      const document = new CfnTerms(this, termsName, {
        userPoolId,
        clientId: client.id,
        termsName,
        termsSource: 'LINK',
        enforcement: 'NONE',
        links,
      });
      document.overrideLogicalId(`${pascalCase(termsName)}OfClient${suffix}`);
      document.applyRemovalPolicy(RemovalPolicy.DESTROY);
    }
  }
}

/** Beside the style that Cognito provides the service takes no settings. */
function style(branding: Branding, readFile: ReadFile) {
  switch (branding.style) {
    case 'cognito':
      return { useCognitoProvidedValues: true };
    case 'own':
      return {
        useCognitoProvidedValues: false,
        settings: brandingSettings(branding),
        assets: branding.logo === undefined ? [] : logo(templatePart(readFile, branding.logo, svg)),
      };
  }
}

const svg = /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE[^>]*>\s*)?<svg[\s>]/s;

/** One for each mode: the pages ask for the image of the mode that they are in, and never for a DYNAMIC one. */
function logo(image: string): CfnManagedLoginBranding.AssetTypeProperty[] {
  const bytes = Buffer.from(image).toString('base64');
  return ['LIGHT', 'DARK'].map((colorMode) => ({ category: 'FORM_LOGO', colorMode, extension: 'SVG', bytes }));
}
