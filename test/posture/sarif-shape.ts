import { z } from 'zod';

/**
 * What of SARIF 2.1.0 (OASIS, sarif-schema-2.1.0.json) the reports use: the same names, required members and value sets,
 * and as strict about others. No package at hand has the schema itself.
 */
const level = z.enum(['none', 'note', 'warning', 'error']);
const text = z.strictObject({ text: z.string().min(1) });
const artifactLocation = z.strictObject({ uri: z.string().regex(/^(?![/\\])[^\s\\]+$/, 'a relative URI') });
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation,
    region: z.strictObject({ startLine: z.int().min(1) }).optional(),
  }),
  logicalLocations: z
    .array(z.strictObject({ name: z.string().optional(), fullyQualifiedName: z.string(), kind: z.string() }))
    .optional(),
});
const suppression = z.strictObject({
  kind: z.enum(['inSource', 'external']),
  status: z.enum(['accepted', 'underReview', 'rejected']),
  justification: z.string(),
});
const result = z
  .strictObject({
    ruleId: z.string(),
    ruleIndex: z.int().min(0),
    kind: z.enum(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']),
    level,
    message: text,
    // GitHub takes no result without one.
    locations: z.array(location).min(1),
    partialFingerprints: z.record(z.string(), z.string()),
    suppressions: z.array(suppression).optional(),
  })
  .refine(({ kind, level: given }) => (kind === 'fail' ? given !== 'none' : given === 'none'), 'section 3.27.10');
const rule = z.strictObject({
  id: z.string(),
  shortDescription: text,
  fullDescription: text.optional(),
  help: text.optional(),
  defaultConfiguration: z.strictObject({ level }),
  properties: z
    .strictObject({ 'security-severity': z.string().regex(/^\d+\.\d$/), tags: z.array(z.string()) })
    .optional(),
});
const run = z
  .strictObject({
    tool: z.strictObject({ driver: z.strictObject({ name: z.string(), rules: z.array(rule) }) }),
    automationDetails: z.strictObject({ id: z.string() }),
    results: z.array(result),
  })
  .refine(
    ({ tool, results }) => results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId),
    'a ruleIndex names the rule of its ruleId',
  );

export const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(run).length(1),
});
