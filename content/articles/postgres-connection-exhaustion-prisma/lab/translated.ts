/** The two refusals of a full server, in the languages into which PostgreSQL's messages are translated. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, exists, type Scenario } from 'faultbook/lab';
import { needs } from './installation.ts';
import { hold, layOutApplication } from './programs.ts';
import { login, query, sessions, startPostgres, type PostgresServer } from './server.ts';

const languages = ['de_DE', 'zh_CN', 'es_ES', 'fr_FR', 'ru_RU', 'ja_JP'];

/** Compiles the locales into a folder of the scenario, without touching those of the system. */
async function compileLocales(bench: Bench): Promise<string> {
  const folder = path.join(bench.folder, 'locales');
  await mkdir(folder);
  for (const language of languages) await bench.exec(['localedef', '-i', language, '-f', 'UTF-8', path.join(folder, `${language}.UTF-8`)]);
  return folder;
}

const refusal = async (bench: Bench, server: PostgresServer, user: string) => {
  const { text } = await login(bench, server, user);
  return text.trim().replace(/^.*failed: /, '');
};

async function speak(bench: Bench, server: PostgresServer, language: string): Promise<void> {
  await query(bench, server, `ALTER SYSTEM SET lc_messages = '${language}.UTF-8'`);
  await query(bench, server, 'SELECT pg_reload_conf()');
  await bench.waitFor(`the server to speak ${language}`, async () => (await query(bench, server, 'SHOW lc_messages')).startsWith(language));
}

export const translated: Scenario = {
  name: 'a full server refuses in other languages',
  needs: [...needs, { command: 'localedef', package: 'locales' }],
  onDemand: 'it compiles six locales',
  hindrance: async () =>
    (await exists('/usr/share/i18n/locales/de_DE')) ? undefined : 'locale sources not found; on Debian: apt-get install locales',
  async run(bench) {
    const server = await startPostgres(bench, {}, { env: { LOCPATH: await compileLocales(bench) } });
    await layOutApplication(bench, 'node-postgres');
    await hold(bench, server.url('app'), 17);
    const reserved: string[] = [];
    const full: string[] = [];
    for (const language of languages) {
      await speak(bench, server, language);
      reserved.push(`${language}  ${await refusal(bench, server, 'app')}`);
      const superusers = await hold(bench, server.url('postgres'), 3);
      full.push(`${language}  ${await refusal(bench, server, 'postgres')}`);
      await superusers.stop();
      await bench.waitFor('the superusers to be gone', async () => (await sessions(bench, server)) === 17);
    }
    bench.capture('slots-reserved-translated', reserved.join('\n'));
    bench.capture('too-many-clients-translated', full.join('\n'));
    for (const [symptom, capture] of [
      ['postgres-connection-slots-reserved', 'slots-reserved-translated'],
      ['postgres-too-many-clients-already', 'too-many-clients-translated'],
    ] as const) {
      bench.reproduces(symptom, capture);
      // `reproduces` is content with one signature; here every language must have its own.
      const [lines, signatures] = [capture.startsWith('slots') ? reserved : full, bench.article.symptoms.get(symptom) ?? []];
      for (const line of lines)
        assert.ok(
          signatures.some((signature) => line.includes(signature)),
          line,
        );
    }
  },
};
