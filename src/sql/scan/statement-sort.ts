import { stretchesOf } from './stretches.ts'

/**
 * The sort of the first statement of a text, such as `alter role` or `update`; `unknown` for anything else. Each word of
 * the answer is one of those below, whatever the text holds: neither names nor literals, which may be secret, come out.
 * The text may be cut off anywhere, as pg_stat_activity cuts it.
 */
export function sortOfStatement(text: string): string {
  const words = firstWords(text)
  const [command = ''] = words
  if (command === 'autovacuum:') return 'autovacuum'
  if (simple.has(command)) return command
  if (!onObjects.has(command)) return 'unknown'
  const object = objectOf(words.slice(1).filter((word) => !between.has(word)))
  return object === undefined ? command : `${command} ${object}`
}

/** As many as stand before the longest sort of object: `create or replace procedural language`. */
const most = 8

function firstWords(text: string): string[] {
  let code = ''
  for (const stretch of stretchesOf(text)) {
    // The words that tell the sort stand before any name or literal.
    if (stretch.kind === 'quoted') break
    code += stretch.kind === 'comment' ? ' ' : stretch.text
  }
  return code
    .toLowerCase()
    .split(/[\s;()]+/)
    .filter((word) => word !== '')
    .slice(0, most)
}

function objectOf(words: readonly string[]): string | undefined {
  return [3, 2, 1].map((count) => words.slice(0, count).join(' ')).find((name) => objects.has(name))
}

const simple: ReadonlySet<string> = new Set([
  ...wordsOf('abort analyze begin call checkpoint close cluster comment commit copy deallocate'),
  ...wordsOf('declare delete discard do end execute explain fetch grant insert listen load lock'),
  ...wordsOf('merge move notify prepare reassign refresh reindex release reset revoke rollback'),
  ...wordsOf('savepoint select set show start table truncate unlisten update vacuum values with'),
])

const onObjects: ReadonlySet<string> = new Set(['alter', 'create', 'drop'])

/** What may stand between the command and the sort of object. */
const between: ReadonlySet<string> = new Set(
  wordsOf('or replace unique temp temporary global local unlogged recursive constraint trusted'),
)

const objects: ReadonlySet<string> = new Set([
  ...wordsOf('aggregate cast collation conversion database domain extension function group index'),
  ...wordsOf('language operator owned policy procedure publication role routine rule schema'),
  ...wordsOf('sequence server statistics subscription system table tablespace transform trigger'),
  ...wordsOf('type user view'),
  'access method',
  'default privileges',
  'event trigger',
  'foreign data wrapper',
  'foreign table',
  'large object',
  'materialized view',
  'operator class',
  'operator family',
  'procedural language',
  'text search',
  'user mapping',
])

function wordsOf(line: string): string[] {
  return line.split(' ')
}
