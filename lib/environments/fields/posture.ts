import { z } from 'zod';

export const posture = z
  .strictObject({
    assurance: z
      .enum(['aal1', 'aal2'])
      .describe('What a sign-in has to prove (NIST SP 800-63B-4): aal1 one factor, aal2 two.'),
    composition: z
      .enum(['nist', 'aws-fsbp'])
      .describe(
        'Whose rules for the characters of passwords count: nist forbids such rules (NIST SP 800-63B-4 section ' +
          '3.1.1.2), aws-fsbp asks for every kind (AWS Foundational Security Best Practices, Cognito.3).',
      ),
  })
  .describe('What npm run posture holds the templates against.');
