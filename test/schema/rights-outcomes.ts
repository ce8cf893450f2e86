import { sql } from '../../src/postgres/connect.ts'
import type { SQLQuery } from '../../src/postgres/connect.ts'
import { asRole } from '../support/roles.ts'
import type { Doors } from '../support/roles.ts'
import type { Rows } from '../support/database.ts'
import { ada } from './scene.ts'
import { endsOf, prepareEnds } from './statement-ends.ts'
import type { End } from './statement-ends.ts'
import { trialsOf } from './rights-trials.ts'
import type { Actor, Trial } from './rights-trials.ts'

/** What came of a trial: as run by the actor, and as the catalogue answers; a sentence where it is neither yes nor no. */
export interface Outcome extends Trial {
  readonly actor: Actor
  readonly run: boolean | string | null
  readonly catalogue: boolean | null
}

/** Tries every cell of the matrix as the actor, with the claims of a request, and asks the catalogue beside it. */
export async function tryRights(db: Doors, actor: Actor): Promise<Outcome[]> {
  return asRole(db, 'supabase_admin', async (someone) => {
    const { query, text, become } = someone
    await prepareEnds(someone)
    await text(ground)
    // PUBLIC's rights are those of a role to which nobody ever gave any.
    const role = actor === 'PUBLIC' ? 'trial_nobody' : actor
    await text(`alter table trial.own owner to ${role}`)
    const trials = trialsOf(actor, await readCalls(query))
    const catalogue = await query(askCatalogue(actor, trials))
    await become(role, actor === 'postgres' ? {} : { sub: ada, role })
    const run = await endsOf(
      someone,
      trials.map(({ statement }) => statement),
    )
    return trials.map((trial, index) => ({
      ...trial,
      actor,
      run: verdict(trial, run[index] ?? null),
      catalogue: answer(catalogue[index]?.['allowed']),
    }))
  })
}

/** Says what is wrong with an outcome, by role, object and command; nothing when it is as the matrix says. */
export function complaints({
  actor,
  kind,
  object,
  column,
  command,
  allowed,
  run,
  catalogue,
}: Outcome): string[] {
  const what = `${actor}: ${command} of ${kind} ${object}${column === null ? '' : `.${column}`}`
  const wanted = allowed ? 'allowed' : 'refused'
  return [
    ...(run === null || run === allowed
      ? []
      : [`${what} is to be ${wanted}; when run: ${said(run)}`]),
    ...(catalogue === null || catalogue === allowed
      ? []
      : [`${what} is to be ${wanted}; the catalogue: ${said(catalogue)}`]),
  ]
}

function said(outcome: boolean | string): string {
  return outcome === true ? 'allowed' : outcome === false ? 'refused' : outcome
}

const ground = `
  create role trial_nobody;
  create table trial.own (id uuid, version integer);
  create function trial.nothing() returns trigger language plpgsql as 'begin return null; end';
`

/** A call of every function with plain values: a constant NULL would let PostgreSQL leave out the call of a strict one. */
async function readCalls(query: (query: SQLQuery) => Promise<Rows>): Promise<Map<string, string>> {
  const rows = await query(sql`
    select
      n.nspname || '.' || p.proname as name,
      pg_catalog.format(
        '%I.%I(%s)',
        n.nspname,
        p.proname,
        (
          select pg_catalog.string_agg(
            pg_catalog.format(
              '%L::%s',
              case argument.type
                when 'uuid'::regtype then ${ada}
                when 'boolean'::regtype then 'true'
                when 'integer'::regtype then '1'
                when 'bigint'::regtype then '1'
                when 'jsonb'::regtype then '[]'
                when 'text[]'::regtype then '{}'
                when 'timestamptz'::regtype then '2026-01-01Z'
                else 'x'
              end,
              argument.type::regtype
            ),
            ', '
            order by argument.place
          )
          from unnest(p.proargtypes) with ordinality as argument (type, place)
        )
      ) as call
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private')
    order by name
  `)
  return new Map(rows.map(({ name, call }) => [String(name), String(call)]))
}

/** Reads what PostgreSQL said: a refusal for want of this very right, or anything else, which comes after the rights. */
function verdict(trial: Trial, end: End | null): boolean | string | null {
  if (typeof end !== 'string') return end === null ? null : true
  if (refusals(trial).includes(end)) return false
  return !/^(42|22P02)/.test(end) || afterTheRights.test(end) ? true : end
}

// Class 42 (and 22P02) holds the refusals, and the statements that PostgreSQL does not understand.

const afterTheRights =
  /^42501: (new row violates row-level security policy|not allowed to act for this user$)/

function refusals({ kind, object }: Trial): string[] {
  const [schema = '', name = ''] = object.split('.')
  return [
    `42501: permission denied for schema ${schema}`,
    `42501: permission denied for ${kind === 'column' ? 'table' : kind} ${name}`,
    `42501: must be owner of table ${name}`,
  ]
}

function answer(allowed: unknown): boolean | null {
  return typeof allowed === 'boolean' ? allowed : null
}

/** The privileges that the catalogue knows of, in the order of the trials; NULL for one that this version does not have. */
function askCatalogue(actor: Actor, trials: readonly Trial[]): SQLQuery {
  const role = actor === 'PUBLIC' ? 'public' : actor
  return sql`
    select
      case t.kind
        when 'schema' then pg_catalog.has_schema_privilege(${role}, t.object, t.command)
        when 'table' then
          case
            when t.command = 'maintain' and pg_catalog.current_setting('server_version_num')::integer < 170000 then null
            else pg_catalog.has_table_privilege(${role}, t.object, t.command)
          end
        when 'column' then pg_catalog.has_column_privilege(${role}, t.object, t."column", t.command)
        when 'sequence' then pg_catalog.has_sequence_privilege(${role}, t.object, t.command)
        when 'function' then pg_catalog.has_function_privilege(${role}, t.object::regproc, t.command)
        when 'type' then pg_catalog.has_type_privilege(${role}, t.object, t.command)
      end as allowed
    from unnest(
      ${trials.map(({ kind }) => kind)}::text[],
      ${trials.map(({ object }) => object)}::text[],
      ${trials.map(({ column }) => column)}::text[],
      ${trials.map(({ command }) => command)}::text[]
    ) with ordinality as t (kind, object, "column", command, place)
    order by t.place
  `
}
