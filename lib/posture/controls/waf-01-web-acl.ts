import type { Control, Finding } from '../control';
import { isProduction } from '../intent';
import { conclude, look } from '../look';
import { booleanIn, notKnown, read, textIn } from '../reading';
import type { PoolView, Subject } from '../subject';
import { any, type Truth } from '../truth';
import { readingOf, resourcesIn, valueAt, pathOf } from '../value-at';
import { wantedWhere } from '../wanted-where';
import { associationsOf, webAclType } from '../web-acls';
import { writtenText } from '../written-text';

export const webAclBeforePool: Control = {
  id: 'CGN-WAF-01',
  what: 'In production a regional web ACL of AWS WAF stands before a user pool that anybody can reach.',
  why: 'Nothing else slows down who tries passwords, or has codes sent, from many addresses.',
  sources: [
    { source: 'AWS developer guide', id: 'user-pool-waf' },
    { source: 'Prowler', id: 'cognito_user_pool_waf_acl_attached' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'medium', production: 'high' },
  field: 'webAcl',
  check: (subject) =>
    subject.pools.flatMap((view) => {
      const { own, unknown } = associationsOf(view, subject);
      if (own.length > 0) return own.map((association) => scopeFinding(association, subject));
      if (unknown.length > 0)
        return unknown.map((at) =>
          look(at, 'ResourceArn', { wanted: 'the ARN of the user pool', passes: () => false }),
        );
      const exposed = isExposed(view, subject);
      if (exposed === false) return [];
      const finding: Finding = {
        verdict: exposed === true ? 'fail' : 'unknown',
        at: view.pool,
        property: '',
        found: 'no AWS::WAFv2::WebACLAssociation with the user pool',
        wanted: 'one, as anybody can sign up or reach the pages of a domain',
      };
      return [wantedWhere(isProduction(subject.intent), finding)];
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property: '',
      measure: (at, subject) => {
        const views = subject.pools.filter(({ pool }) => pool.resource === at.resource);
        const found = views.map((view) => associationsOf(view, subject));
        const own = found.flatMap((each) => each.own);
        if (own.some(({ resource }) => resource.condition === undefined)) return { kind: 'known', value: true };
        const perhaps = [...own, ...found.flatMap((each) => each.unknown)];
        if (perhaps.length === 0) return { kind: 'known', value: false };
        const arns = perhaps.map(({ resource }) => valueAt(resource, 'ResourceArn'));
        return notKnown('whether a web ACL stands before it is known only at deployment', ...arns);
      },
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};

/** Whether strangers have something to do with the pool: they can sign up, or there are pages for them. */
function isExposed({ pool, parts }: PoolView, { intent }: Subject): Truth {
  const byAdministrators = read(pool.resource, 'AdminCreateUserConfig.AllowAdminCreateUserOnly');
  const signUp = byAdministrators.kind === 'unknown' ? undefined : booleanIn(byAdministrators) !== true;
  const domain = parts('AWS::Cognito::UserPoolDomain').length > 0;
  return any([signUp, intent.publicSignUp.get(pathOf(pool)) === true, domain]);
}

/** A web ACL for CloudFront (scope CLOUDFRONT) cannot stand before a user pool. */
function scopeFinding(association: PoolView['pool'], subject: Subject): Finding {
  const arn = valueAt(association.resource, 'WebACLArn');
  const [webAcl] = resourcesIn(arn, subject).filter(({ resource }) => resource.type === webAclType);
  if (webAcl !== undefined && association.resource.condition === undefined)
    return look(webAcl, 'Scope', { wanted: '"REGIONAL"', passes: (reading) => textIn(reading) === 'REGIONAL' });
  const text = association.resource.condition === undefined ? writtenText(arn, subject) : undefined;
  const isRegional = text === undefined ? undefined : text.includes(':regional/');
  return conclude(association, 'WebACLArn', readingOf(arn), 'the ARN of a regional web ACL', isRegional);
}
