import { quoteLiteral } from '../../../src/sql/quote.ts'

/** What a column takes and what it refuses; the values are SQL. */
export interface Column {
  readonly table: string
  readonly column: string
  readonly taken: readonly string[]
  readonly refused: readonly string[]
}

/** Every column with a CHECK, with values on its bounds and beyond. */
export const columns: readonly Column[] = [
  text('public.profiles', 'email', { most: 1000 }),
  text('public.profiles', 'full_name', { most: 200 }),
  url('public.profiles', 'avatar_url'),
  {
    table: 'public.profiles',
    column: 'preferences',
    taken: [
      ...json([
        '{}',
        '{"theme": 1}',
        `{"favoriteActions": ${list(20)}}`,
        '{"favoriteActions": []}',
      ]),
      jsonOf(16_384),
    ],
    refused: [
      ...json(['[]', '"text"', '1', 'null', 'true']),
      ...json([`{"favoriteActions": ${list(21)}}`]),
      ...json(['{"favoriteActions": {}}', '{"favoriteActions": "x"}', '{"favoriteActions": null}']),
      jsonOf(16_385),
    ],
  },
  scopes('public.profiles', 'google_scopes'),

  text('public.workflows', 'command', { least: 1, most: 20_000 }),
  jsonArray('public.workflows', 'steps'),
  jsonArray('public.workflows', 'results'),
  text('public.workflows', 'error', { most: 65_536 }),
  {
    table: 'public.workflows',
    column: 'end_time',
    taken: ['null', 'now()', "now() + interval '1 microsecond'"],
    refused: ["now() - interval '1 microsecond'"],
  },
  text('public.workflow_history', 'command', { least: 1, most: 20_000 }),

  {
    table: 'private.encryption_keys',
    column: 'version',
    taken: ['3', '99999'],
    refused: ['0', '-1', '100000'],
  },
  {
    table: 'private.encryption_keys',
    column: 'fingerprint',
    taken: ["encode(sha256('key'), 'hex')"],
    refused: ["''", "'not a fingerprint'", "repeat('3', 63)", "repeat('3', 65)", "repeat('z', 64)"],
  },

  provider('public.oauth_tokens'),
  text('public.oauth_tokens', 'token_type', { least: 1, most: 32 }),
  scopes('public.oauth_tokens', 'scopes'),
  provider('public.user_tokens'),
  scopes('public.user_tokens', 'scopes'),

  text('public.execution_logs', 'task_id', { least: 1, most: 200 }),
  text('public.execution_logs', 'step_id', { most: 200 }),
  words('public.execution_logs', 'agent_type', ['planner', 'worker', 'evaluator', 'system']),
  text('public.execution_logs', 'message', { least: 1, most: 65_536 }),
  words('public.execution_logs', 'log_level', ['info', 'success', 'error', 'warning']),
  {
    table: 'public.execution_logs',
    column: 'metadata',
    taken: ['null', ...json(['{}']), jsonOf(262_144)],
    refused: [...json(['[]', '"text"', '1', 'null', 'false']), jsonOf(262_145)],
  },

  text('public.task_history', 'task_id', { least: 1, most: 200 }),
  text('public.task_history', 'title', { least: 1, most: 500 }),
  text('public.task_history', 'input_prompt', { most: 131_072 }),
  text('public.task_history', 'output_summary', { most: 131_072 }),
  {
    table: 'public.task_history',
    column: 'outputs',
    taken: ['null', ...json(['{}', '[]']), jsonOf(524_288)],
    refused: [jsonOf(524_289)],
  },
  {
    table: 'public.task_history',
    column: 'google_services',
    taken: ["'{}'", "'{gmail,drive,docs,sheets,calendar}'", "'{gmail,gmail,gmail,gmail,gmail}'"],
    refused: [
      "'{gmail,gmail,gmail,gmail,gmail,gmail}'",
      "'{maps}'",
      "'{gmail,maps}'",
      "'{Gmail}'",
      "'{NULL}'",
      "'{gmail,NULL}'",
    ],
  },
  {
    table: 'public.task_history',
    column: 'duration_ms',
    taken: ['null', '0', '2147483647'],
    refused: ['-1'],
  },

  {
    table: 'public.documents_generated',
    column: 'task_id',
    taken: ["'t'"],
    refused: ["''", "repeat('é', 100) || 'x'"],
  },
  words('public.documents_generated', 'document_type', [
    'doc',
    'sheet',
    'email',
    'calendar_event',
    'file',
  ]),
  text('public.documents_generated', 'google_id', { most: 500 }),
  text('public.documents_generated', 'title', { most: 500 }),
  url('public.documents_generated', 'url'),
]

/** A text bounded in bytes: two-byte letters show that characters are not what is counted. */
function text(
  table: string,
  column: string,
  { least = 0, most }: { readonly least?: number; readonly most: number },
): Column {
  const full = letters(most)
  return {
    table,
    column,
    taken: [least === 0 ? "''" : "'x'", full],
    refused: [`${full} || 'x'`, ...(least === 0 ? [] : ["''"])],
  }
}

function url(table: string, column: string): Column {
  const long = `'https://' || ${letters(2048 - 'https://'.length)}`
  return {
    table,
    column,
    taken: ['null', "'https://example.com/a?b=c'", long],
    refused: [
      `${long} || 'x'`,
      "''",
      "'http://example.com'",
      "'javascript:alert(1)'",
      "'//example.com'",
      "' https://example.com'",
      "e'x\\nhttps://example.com'",
    ],
  }
}

function words(table: string, column: string, taken: readonly string[]): Column {
  return {
    table,
    column,
    taken: taken.map(quoteLiteral),
    refused: [
      "''",
      "'other'",
      `upper(${quoteLiteral(taken[0] ?? '')})`,
      `${quoteLiteral(taken[0] ?? '')} || ' '`,
    ],
  }
}

function provider(table: string): Column {
  return {
    table,
    column: 'provider',
    taken: ["'g'", "'google'", "'azure_2'", "rpad('g', 32, '_')"],
    refused: [
      "''",
      "'Google'",
      "'2google'",
      "'_google'",
      "'goo-gle'",
      "'goo gle'",
      "'göogle'",
      "e'google\\n'",
      "rpad('g', 33, '_')",
    ],
  }
}

function jsonArray(table: string, column: string): Column {
  return {
    table,
    column,
    taken: [...json(['[]', '[1, {"a": null}]']), jsonArrayOf(262_144)],
    refused: [...json(['{}', '"text"', '1', 'null']), jsonArrayOf(262_145)],
  }
}

function scopes(table: string, column: string): Column {
  return {
    table,
    column,
    taken: ["'{}'", scopesOf(64), scopeOf(8192)],
    refused: [scopesOf(65), scopeOf(8193)],
  }
}

/** One scope so long that the array has so many bytes as text, the braces included. */
function scopeOf(bytes: number): string {
  const rest = bytes - '{}'.length
  return `array[${letters(rest)}]`
}

function scopesOf(count: number): string {
  return `array_fill('s'::text, array[${String(count)}])`
}

/** A text of so many bytes, most of its letters of two. */
function letters(bytes: number): string {
  return `repeat('é', ${String(Math.floor(bytes / 2))}) || repeat('x', ${String(bytes % 2)})`
}

/** An array whose text has so many bytes. */
function jsonArrayOf(bytes: number): string {
  return `jsonb_build_array(${letters(bytes - '[""]'.length)})`
}

/** An object whose text has so many bytes. */
function jsonOf(bytes: number): string {
  const rest = bytes - '{"a": ""}'.length
  return `jsonb_build_object('a', ${letters(rest)})`
}

function json(texts: readonly string[]): string[] {
  return texts.map((value) => `${quoteLiteral(value)}::jsonb`)
}

function list(length: number): string {
  return JSON.stringify(Array.from({ length }, (_, n) => `action ${String(n)}`))
}
