import { createHash } from 'node:crypto'
import type { Queryable } from '../../src/postgres/connect.ts'
import { sql } from './database.ts'
import { longer } from './sample.ts'

/** Texts of one file that a client might alter on the way, and must not. */
export interface HostileText {
  /** Stands before the first statement. */
  readonly head: string
  /** Stands before each line of SQL. */
  readonly indent: string
  /** The inside of a literal: without quotes. */
  readonly literal: string
  /** The inside of a body of plpgsql: without dollars. */
  readonly body: string
}

/** Texts by what is hostile in them. */
export type HostileTexts = Readonly<Record<string, HostileText>>

/** Short ones. */
const short: HostileTexts = {
  'all lines indented': {
    head: '',
    indent: '      ',
    literal: 'first\n          second\n      third',
    body: "\n        begin\n          return 'a\n              b';\n        end\n      ",
  },
  'tabs, and blanks at the ends of lines': {
    head: '',
    indent: '\t\t',
    literal: 'first \t\n\t\t\tsecond\t\n\t\t \n\t\t',
    body: "\n\t\tbegin\t \n\t\t\treturn 'a\t\n\t\t\t\tb';  \n\t\tend\n\t\t",
  },
  'both kinds of line ends': {
    head: '\r\n',
    indent: '  ',
    literal: 'first\r\n  second\n  third\r  fourth',
    body: "\r\n  begin\r\n    return 'a\r\n    b';\n  end\r\n  ",
  },
  'a blank head, and odd blanks': {
    head: '\n\n   \n\t\n',
    indent: '   ',
    literal: '\n\n   \u00a0\u2003first\u2028   \n\ufeff\n\n',
    body: "\n\n   begin\n     return '\u00a0\u2003a\n     \ufeffb\u2028';\n   end\n\n\n   ",
  },
}

/** With those whose length is hostile. */
export const allTexts: HostileTexts = {
  ...short,
  '200,000 lines': {
    head: '',
    indent: '    ',
    literal: 'a line',
    body: `\n    begin\n${'      -- a line\n'.repeat(200_000)}      return 'a';\n    end\n    `,
  },
  'a line of 20 MB': {
    head: '\n',
    indent: '  ',
    literal: 'short',
    body: `\n  begin\n    return '${'x'.repeat(20_000_000)}';\n  end\n  `,
  },
}

/** The short ones, and all where every test runs: the long ones take seconds. */
export const usualTexts: HostileTexts = longer.skip ? short : allTexts

/** A file that keeps the texts in a schema: as a row, as a comment and as a body. */
export function fileOf({ head, indent, literal, body }: HostileText, schema: string): string {
  const lines = [
    `create schema ${schema};`,
    `create table ${schema}.kept (value text);`,
    rowOf(literal, schema),
    `comment on table ${schema}.kept is '${literal}';`,
    functionOf(body, schema),
  ]
  return head + lines.map((line) => `${indent}${line}\n`).join('')
}

/** The statement that keeps a text as a row. */
export function rowOf(literal: string, schema: string): string {
  return `insert into ${schema}.kept (value) values ('${literal}');`
}

/** The statement that keeps a text as a body. */
export function functionOf(body: string, schema: string): string {
  return `create function ${schema}.kept() returns text language plpgsql as $body$${body}$body$;`
}

/** The digests of texts as they are kept. */
export interface Digests {
  readonly row: string | null
  readonly comment: string | null
  readonly body: string | null
}

/** The digests that a database must answer, by the names of the texts. */
export function digestsOf(texts: HostileTexts): Readonly<Record<string, Digests>> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, { literal, body }]) => [
      name,
      { row: digest(literal), comment: digest(literal), body: digest(body) },
    ]),
  )
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The digests of what a schema of a database keeps. */
export async function keptIn(db: Queryable, schema: string): Promise<Digests> {
  const name = `${schema}.kept`
  const [row] = await db.query(sql`
    select
      (
        select pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(value, 'UTF8')), 'hex')
        from ${sql.ident(schema, 'kept')}
      ) as row,
      pg_catalog.encode(
        pg_catalog.sha256(
          pg_catalog.convert_to(pg_catalog.obj_description(${name}::regclass, 'pg_class'), 'UTF8')
        ),
        'hex'
      ) as comment,
      (
        select pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(p.prosrc, 'UTF8')), 'hex')
        from pg_catalog.pg_proc as p
        where p.oid = pg_catalog.to_regprocedure(${`${name}()`})
      ) as body
  `)
  return row
}
