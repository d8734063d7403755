import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import type { AppClient } from './app-clients';
import { ClientPages } from './client-pages';
import { PagesDomain } from './pages-domain';
import type { ReadFile } from './project-file';
import type { UserPoolReplica } from './user-pool-replica';

export interface ManagedLoginProps {
  readonly userPoolId: string;
  readonly declared: Extract<Environment['managedLogin'], { readonly pages: 'on' }>;
  readonly declaredClients: Environment['clients'];
  readonly clients: readonly Pick<AppClient, 'name' | 'id'>[];
  /** The certificate of a custom domain, in us-east-1. */
  readonly certificateArn: string | undefined;
  /** The copy of the pool, where there is one. */
  readonly replica: UserPoolReplica | undefined;
  readonly readFile: ReadFile;
}

/** The pages of managed login: their domain, and what they show for each app client that uses them. */
export class ManagedLogin extends Construct {
  /** The host name of the pages and of the OAuth 2.0 endpoints. */
  readonly hostName: string;

  constructor(scope: Construct, id: string, props: ManagedLoginProps) {
    super(scope, id);
    const { userPoolId, declared, certificateArn, replica, readFile } = props;
    const domain = new PagesDomain(this, 'Domain', {
      userPoolId,
      domain: declared.domain,
      certificateArn,
      replica,
    });
    this.hostName = domain.hostName;
    for (const { name, id: clientId } of props.clients) {
      const client = props.declaredClients[name];
      if (client === undefined || !('managedLogin' in client) || client.managedLogin.use === 'off') continue;
      new ClientPages(this, name, {
        userPoolId,
        client: { name, id: clientId, branding: client.managedLogin.branding },
        terms: declared.terms,
        readFile,
      }).node.addDependency(domain);
    }
  }
}
