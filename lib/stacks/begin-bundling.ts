import { beginBundling } from '../constructs/bundle-handler';

// Imported before all else: esbuild works while the CDK is loaded.
beginBundling();
