// Lints files that are not on the disk. Standard input: [{ "path", "text" }]. Standard output: { "messages": [[{ rule,
// message }] for each file], "severities": what the configuration says for a TypeScript file of lib }.
// A process of its own, because jest's module loader cannot import the configuration, which is an ES module.
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';
import tseslint from 'typescript-eslint';

/** @type {{ path: string, text: string }[]} */
const files = JSON.parse(await text(process.stdin));

// The TypeScript program knows only files on the disk, so the rules that ask it are left out here.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
const messages = [];
for (const file of files) {
  const [result] = await eslint.lintText(file.text, { filePath: file.path });
  messages.push((result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId, message })));
}

const { rules } = await new ESLint().calculateConfigForFile('lib/template/assembly.ts');
const severities = Object.fromEntries(Object.entries(rules).map(([name, [severity]]) => [name, severity]));
process.stdout.write(JSON.stringify({ messages, severities }));
