import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { runAtlas } from '../../src/atlas/run-atlas.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { describeWith } from '../support/tools.ts'

describeWith('go', 'the engine of tools/atlas', () => {
  let engine: Atlas
  beforeAll(async () => {
    engine = await openTestAtlas()
  }, buildTime)

  const says = async (...words: readonly string[]): Promise<string> => {
    const run = await runAtlas(engine, words, { variables: process.env })
    return run.kind === 'done' ? run.out : `Error: ${run.message}`
  }

  test('says which Atlas it is', async () => {
    expect(await says('version')).toBe(
      'atlas engine version v1.2.3\nhttps://github.com/ariga/atlas/releases/tag/v1.2.3\n',
    )
  })

  test('refuses a password in a URL, wherever it stands, and does not repeat it', async () => {
    const sentence =
      'Error: --from: holds a password, which every list of processes would show: give it by PGPASSWORD or PGPASSFILE'
    expect(await says('schema', 'diff', '--from', 'postgresql://u:secret@h/d')).toBe(sentence)
    expect(await says('schema', 'diff', '--from', 'postgres://u@h/d?password=secret')).toBe(
      sentence,
    )
  })

  test.for([
    [
      'a command that it does not know',
      'schema apply',
      'unknown command "schema apply": this engine knows',
    ],
    ['no command', '', 'unknown command "": this engine knows'],
    [
      'a flag that it does not know',
      'schema diff --wrong x',
      'flag provided but not defined: -wrong',
    ],
    ['a word too many', 'migrate hash now', 'unknown argument "now" for "atlas migrate hash"'],
    [
      'another sort of database',
      'schema diff --from mysql://h/d',
      '--from: not a URL of PostgreSQL',
    ],
    ['a template that is none', 'schema diff --format {{', '--format: template'],
    [
      'a table without its schema',
      'schema diff --include t',
      '--include "t": not of the form SCHEMA.TABLE',
    ],
    [
      'a folder that is not there',
      'migrate validate --dir file:///nowhere',
      'stat /nowhere: no such file',
    ],
    [
      'a folder of another tool',
      'migrate hash --dir file://x?format=goose',
      '--dir: unknown format "goose"',
    ],
    [
      'writing a migration',
      'migrate diff name',
      'unknown argument "name" for "atlas migrate diff"',
    ],
    ['lint of nothing', 'migrate lint', 'say with --latest N how many migrations are looked at'],
    [
      'a template of lint that is none',
      'migrate lint --latest 1 --format {{',
      '--format: template',
    ],
    ['writing a migration without a name', 'migrate diff', 'this engine writes no migrations'],
  ] as const)('refuses %s', async ([, words, sentence]) => {
    const said = await says(...words.split(' ').filter((word) => word !== ''))
    expect(said).toContain(sentence)
    expect(said).toMatch(/^Error: /)
  })
})
