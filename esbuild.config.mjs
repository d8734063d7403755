import { build } from 'esbuild';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = import.meta.dirname;
const output = path.join(root, 'dist');

/**
 * `npm run build`: the command line as JavaScript in dist/, which `npm pack` takes.
 *
 * esbuild and not tsc, for the start-up time: some six hundred small files and zod with its fifty languages are found,
 * read and compiled again by every run. Each command is one file with its own code and zod (in English) in it; of three
 * environments' posture, a run of such files takes a third less time than one of the files that tsc writes. Other packages
 * stay packages, so that their users get their repairs. Types are checked by `npm run check`. Names are kept, as a report
 * of a fault shows them.
 *
 * @type {import('esbuild').BuildOptions}
 */
const shared = {
  absWorkingDir: root,
  outdir: output,
  outbase: '.',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};

/**
 * What bin/userpool.ts loads by a call of require: the commands. Each becomes a file of its own, loaded when called.
 *
 * @type {Set<string>}
 */
const lazy = new Set();

/** @type {import('esbuild').Plugin} */
const packagesOutside = {
  name: 'packages stay outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' || name === 'zod' || name.startsWith('zod/') ? undefined : { path: name, external: true },
    );
    builder.onResolve({ filter: /\/locales\/index\.js$/ }, ({ resolveDir }) =>
      resolveDir.includes(`${path.sep}zod${path.sep}`)
        ? { path: path.join(root, 'node_modules/zod/v4/locales/en.js') }
        : undefined,
    );
  },
};

/** @type {import('esbuild').Plugin} */
const commandsOutside = {
  name: 'commands stay outside',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ path: name, kind, resolveDir }) => {
      if (kind !== 'require-call') return undefined;
      lazy.add(`${path.relative(root, path.resolve(resolveDir, name))}.ts`);
      return { path: name, external: true };
    });
  },
};

await rm(output, { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: ['bin/userpool.ts'],
  banner: { js: '#!/usr/bin/env node' },
  plugins: [packagesOutside, commandsOutside],
});
await build({ ...shared, entryPoints: [...lazy].toSorted(), plugins: [packagesOutside] });
// The sample application, of which a browser loads everything: nothing of it stays a package.
const sampleApp = path.join(output, 'lib/commands/sample-app');
const { metafile } = await build({
  ...shared,
  entryPoints: ['lib/sample-app/app.ts'],
  outdir: sampleApp,
  outbase: 'lib/sample-app',
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'eof',
  metafile: true,
});
for (const file of ['index.html', 'style.css']) {
  await copyFile(path.join(root, 'lib/sample-app', file), path.join(sampleApp, file));
}
await writeFile(path.join(sampleApp, 'licenses.txt'), await licensesOf(Object.keys(metafile.inputs)));
// A thread of the local pool starts from this file; it has no imports of the project.
await copyFile(
  path.join(root, 'lib/local-pool/triggers/lambda-instance.js'),
  path.join(output, 'lib/commands/lambda-instance.js'),
);
// Its licence asks for it wherever its code goes.
await copyFile(path.join(root, 'node_modules/zod/LICENSE'), path.join(output, 'zod-license.txt'));

/**
 * The licences of the packages whose code is bundled, which ask for that wherever it goes.
 *
 * @param {readonly string[]} files relative to the project
 */
async function licensesOf(files) {
  const packages = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = await Promise.all(
    [...packages].toSorted().map(async (folder) => {
      const names = await readdir(path.join(root, folder));
      const file = names.find((name) => /^licen[cs]e/i.test(name));
      if (file === undefined) {
        const { license } = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
        return `${folder}\n\n${license}\n`;
      }
      return `${folder}\n\n${await readFile(path.join(root, folder, file), 'utf8')}`;
    }),
  );
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
