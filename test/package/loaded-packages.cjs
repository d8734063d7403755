// Loaded before a command: writes which packages it had loaded at its end into the file that LOADED_PACKAGES names.
const { writeFileSync } = require('node:fs');
const { builtinModules } = require('node:module');

process.on('exit', () => {
  const loaded = Object.keys(require.cache).flatMap((file) => {
    const [, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/')) ?? [];
    return name === undefined || name === 'userpool' || builtinModules.includes(name) ? [] : [name];
  });
  writeFileSync(String(process.env['LOADED_PACKAGES']), JSON.stringify([...new Set(loaded)].sort()));
});
