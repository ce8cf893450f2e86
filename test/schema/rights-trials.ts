import { quoteName, quoteQualified } from '../../src/sql/quote.ts'
import { routines, schemas, sequences, tables, types } from './rights-matrix.ts'
import type { Role, Table, TableRights } from './rights-matrix.ts'

/** One cell of the matrix: what an actor may do with an object, and the statement that tries it. */
export interface Trial {
  readonly kind: Kind
  /** With its schema, unless it is one. */
  readonly object: string
  /** Of a column only. */
  readonly column: string | null
  readonly command: string
  /** NULL where the catalogue alone can tell. */
  readonly statement: string | null
  readonly allowed: boolean
}

type Kind = 'schema' | 'table' | 'column' | 'sequence' | 'function' | 'type'

/** Whose rights the matrix is read for; the owner may do everything. */
export type Actor = Role | 'postgres'

/**
 * Every cell of the matrix for an actor. Nothing that a statement does stays; none finds a row to change. They need a table
 * trial.own (id uuid, version integer) of the actor's, a trigger function trial.nothing(), and for each function
 * the SQL of a call.
 */
export function trialsOf(actor: Actor, calls: ReadonlyMap<string, string>): Trial[] {
  const owner = actor === 'postgres'
  const may = (roles: readonly Role[]): boolean => owner || roles.some((role) => role === actor)
  return [
    ...Object.entries(schemas).flatMap(([schema, users]) => trySchema(schema, may(users), owner)),
    ...tables.flatMap((table) => tryTable(table, rightsOf(table, actor), owner)),
    ...sequences.flatMap((name) => trySequence(name, owner)),
    ...routines.flatMap(({ name, callers }) =>
      cells('function', name, {
        execute: [`select ${calls.get(name) ?? `${name}()`}`, may(callers)],
      }),
    ),
    ...types.flatMap((name) =>
      cells('type', name, {
        usage: [`create temporary table trial (value ${quoted(name)})`, true],
      }),
    ),
  ]
}

/** Commands, each with the statement that tries it and whether it is allowed. */
type Commands = Readonly<Record<string, readonly [statement: string | null, allowed: boolean]>>

function cells(kind: Kind, object: string, commands: Commands): Trial[] {
  return Object.entries(commands).map(([command, [statement, allowed]]) => ({
    kind,
    object,
    column: null,
    command,
    statement,
    allowed,
  }))
}

function trySchema(schema: string, usage: boolean, create: boolean): Trial[] {
  const table = tables.find(({ name }) => name.startsWith(`${schema}.`))?.name ?? ''
  return cells('schema', schema, {
    usage: [`select '${table}'::regclass`, usage],
    create: [`create table ${schema}.trial ()`, create],
  })
}

const all: TableRights = { select: 'all', insert: 'all', update: 'all', delete: true }
const nothing: TableRights = { select: [], insert: [], update: [], delete: false }

function rightsOf({ rights }: Table, actor: Actor): TableRights {
  return actor === 'postgres' ? all : (rights[actor] ?? nothing)
}

function tryTable(table: Table, rights: TableRights, owner: boolean): Trial[] {
  const name = quoted(table.name)
  const key = quoteName(table.columns[0] ?? '')
  return [
    ...cells('table', table.name, {
      ...tryColumns(table, table.columns, (command) => rights[command] === 'all'),
      delete: [`delete from ${name} where false`, rights.delete],
      truncate: [`truncate ${name}`, owner],
      references: [`alter table trial.own add foreign key (${key}) references ${name}`, owner],
      trigger: [
        `create trigger trial before insert on ${name} for each row execute function trial.nothing()`,
        owner,
      ],
      maintain: [`reindex table ${name}`, owner],
    }),
    ...table.columns.flatMap((column) =>
      cells('column', table.name, {
        ...tryColumns(table, [column], (command) => {
          const scope = rights[command]
          return scope === 'all' || scope.includes(column)
        }),
        references: [null, owner],
      }).map((trial) => ({ ...trial, column })),
    ),
  ]
}

/** A default goes into every column, generated ones too; what it breaks is seen after the rights. */
function tryColumns(
  table: Table,
  columns: readonly string[],
  allowed: (command: 'select' | 'insert' | 'update') => boolean,
): Commands {
  const name = quoted(table.name)
  const names = columns.map(quoteName)
  const defaults = names.map(() => 'default').join(', ')
  const changes = names.map((column) => `${column} = default`).join(', ')
  return {
    select: [`select ${names.join(', ')} from ${name} limit 0`, allowed('select')],
    insert: [`insert into ${name} (${names.join(', ')}) values (${defaults})`, allowed('insert')],
    update: [`update ${name} set ${changes} where false`, allowed('update')],
  }
}

function trySequence(sequence: string, owner: boolean): Trial[] {
  return cells('sequence', sequence, {
    usage: [`select nextval('${sequence}')`, owner],
    select: [`select last_value from ${quoted(sequence)}`, owner],
    update: [`select setval('${sequence}', 1)`, owner],
  })
}

function quoted(name: string): string {
  return quoteQualified(...name.split('.'))
}
