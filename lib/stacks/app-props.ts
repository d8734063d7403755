import type { AppProps } from 'aws-cdk-lib';

/**
 * What the app does without, since it takes time and nothing here reads it: the tree of the constructs as a file, and a
 * stack trace for each element and each piece of metadata. `npx cdk synth --debug-app` brings the traces back.
 */
export const appProps: AppProps = {
  treeMetadata: false,
  stackTraces: false,
  postCliContext: { 'aws:cdk:disable-creation-stack-traces': true },
};
