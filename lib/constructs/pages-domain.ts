import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnUserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import type { UserPoolReplica } from './user-pool-replica';

type Domain = Extract<Environment['managedLogin'], { readonly pages: 'on' }>['domain'];
type CustomDomain = Extract<Domain, { readonly kind: 'custom' }>;

export interface PagesDomainProps {
  readonly userPoolId: string;
  readonly domain: Domain;
  /** The certificate of a custom domain, in us-east-1. */
  readonly certificateArn: string | undefined;
  /** The copy of the pool, where there is one. */
  readonly replica: UserPoolReplica | undefined;
}

/** The hosted zone of every CloudFront distribution (Route 53 API, AliasTarget). */
const cloudFrontZoneId = 'Z2FDTNDATAQYW2';

/**
 * The domain of the pages, with managed login version 2, and its record in the hosted zone. Each kind has a logical id of
 * its own, so that one deployment can change from the one to the other: a pool has room for one of each. Both leave with
 * the declaration, whatever the removal policy of the pool, which could not be deleted before them; a record that stayed
 * behind would point to a name that somebody else can claim.
 */
export class PagesDomain extends Construct {
  /** The host name of the pages. */
  readonly hostName: string;

  constructor(scope: Construct, id: string, { userPoolId, domain, ...surroundings }: PagesDomainProps) {
    super(scope, id);
    const properties = { userPoolId, managedLoginVersion: 2 };
    switch (domain.kind) {
      case 'prefix': {
        this.hostName = `${domain.prefix}.auth.${Stack.of(this).region}.amazoncognito.com`;
        this.#add('PrefixDomain', new CfnUserPoolDomain(this, 'Prefix', { ...properties, domain: domain.prefix }));
        return;
      }
      case 'custom': {
        this.hostName = domain.name;
        const custom = new CfnUserPoolDomain(this, 'Custom', {
          ...properties,
          domain: domain.name,
          ...customDomainProperties(domain, surroundings),
        });
        this.#add('CustomDomain', custom);
        // It names the Region of the copy, which is no reference.
        if (domain.failover !== undefined && surroundings.replica !== undefined) {
          custom.node.addDependency(surroundings.replica);
        }
        if (domain.hostedZone !== undefined) this.#point(domain.name, domain.hostedZone.id, custom);
      }
    }
  }

  #add(logicalId: string, domain: CfnUserPoolDomain): void {
    domain.overrideLogicalId(logicalId);
    domain.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }

  #point(name: string, hostedZoneId: string, domain: CfnUserPoolDomain): void {
    const record = new CfnRecordSet(this, 'Record', {
      hostedZoneId,
      name: `${name}.`,
      type: 'A',
      aliasTarget: {
        dnsName: domain.attrCloudFrontDistribution,
        hostedZoneId: cloudFrontZoneId,
        evaluateTargetHealth: false,
      },
    });
    record.overrideLogicalId('CustomDomainRecord');
    record.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }
}

function customDomainProperties(
  { securityPolicy, failover }: CustomDomain,
  { certificateArn, replica }: Pick<PagesDomainProps, 'certificateArn' | 'replica'>,
) {
  return {
    customDomainConfig: { ...(certificateArn !== undefined && { certificateArn }), securityPolicy },
    ...(failover !== undefined &&
      replica !== undefined && {
        routing: {
          failover: { primaryRoute53HealthCheckId: failover.healthCheckId, secondaryRegion: replica.region },
        },
      }),
  };
}
