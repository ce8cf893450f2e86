import { recordsOf, spell, textIn, textOf } from '../../src/model/attribute.ts'
import { childrenOf, objectsOfKind } from '../../src/model/catalog.ts'
import type { Catalog, CatalogObject } from '../../src/model/catalog.ts'
import { parseObjectId } from '../../src/model/object-id.ts'

/** A fault in the rights or the row security of a database, and where the written tests should see it. */
export interface Mutant {
  /** What is wrong, for people. */
  readonly name: string
  readonly statement: string
  readonly file: 'rights' | 'rows'
  /** The title of the section that is about it. */
  readonly section: string
}

const roles = ['anon', 'authenticated', 'service_role']
const commands = ['select', 'insert', 'update'] as const

/** Every fault of these sorts that a catalog can have. */
export function mutantsOf(catalog: Catalog): Mutant[] {
  const tables = objectsOfKind(catalog, 'table')
  const functions = objectsOfKind(catalog, 'function')
  return [
    ...tables.flatMap((table) => [
      ...policyMutants(catalog, table),
      ...rowSecurityMutants(table),
      ...tableMutants(table, catalog.serverVersion >= 170000 ? ['maintain'] : []),
      ...childrenOf(catalog, table.id)
        .filter(({ kind }) => kind === 'column')
        .flatMap((column) => columnMutants(table, column)),
    ]),
    ...functions.flatMap(functionMutants),
    ...objectsOfKind(catalog, 'identitySequence').flatMap(sequenceMutants),
    ...schemaMutants,
    ...newObjects,
  ]
}

function policyMutants(catalog: Catalog, table: CatalogObject): Mutant[] {
  const section = spelled(table)
  return childrenOf(catalog, table.id)
    .filter(({ kind }) => kind === 'policy')
    .flatMap((policy) => {
      const name = parseObjectId(policy.id).spelled.at(-1) ?? ''
      const [using, check] = [textOf(policy, 'using'), textOf(policy, 'check')]
      const alter = `alter policy ${name} on ${section}`
      const mutant = (what: string, statement: string): Mutant => ({
        name: `policy ${name} of ${section} ${what}`,
        statement,
        file: 'rows',
        section,
      })
      return [
        mutant('dropped', `drop policy ${name} on ${section}`),
        mutant('for everybody', `${alter} to public`),
        mutant('for the server alone', `${alter} to service_role`),
        ...(using === null
          ? []
          : [
              mutant('open for every row', `${alter} using (true)`),
              mutant('open for whoever is signed in', `${alter} using (auth.uid() is not null)`),
              mutant('open for no row', `${alter} using (false)`),
              mutant('turned round', `${alter} using (not ${using})`),
            ]),
        ...(check === null
          ? []
          : [
              mutant('letting in every row', `${alter} with check (true)`),
              mutant('letting in no row', `${alter} with check (false)`),
              mutant('letting in those of others', `${alter} with check (not ${check})`),
            ]),
      ]
    })
}

function rowSecurityMutants(table: CatalogObject): Mutant[] {
  const section = spelled(table)
  const mutant = (what: string, statement: string): Mutant => ({
    name: `${section}: ${what}`,
    statement,
    file: 'rows',
    section,
  })
  const policy = (command: string, rest: string): string =>
    `create policy mutant on ${section} for ${command} to authenticated ${rest}`
  return [
    mutant('row security off', `alter table ${section} disable row level security`),
    mutant('one more policy for select', policy('select', 'using (true)')),
    mutant('one more policy for insert', policy('insert', 'with check (true)')),
    mutant('one more policy for update', policy('update', 'using (true)')),
    mutant('one more policy for delete', policy('delete', 'using (true)')),
    mutant('one more policy for all', policy('all', 'using (true)')),
    mutant(
      'one more policy for anon',
      policy('all', 'using (true)').replace('authenticated', 'anon'),
    ),
    {
      ...mutant(
        'row security off, by the catalog',
        `alter table ${section} disable row level security`,
      ),
      file: 'rights',
      section: 'what there is',
    },
  ]
}

function tableMutants(table: CatalogObject, newer: readonly string[]): Mutant[] {
  const section = spelled(table)
  const all = [...commands, 'delete', 'truncate', 'references', 'trigger', ...newer]
  return [...roles, 'public'].flatMap((role) =>
    all.flatMap((command) => {
      const has = may(table, role, command)
      const verb = has
        ? `revoke ${command} on ${section} from`
        : `grant ${command} on ${section} to`
      // Everybody has it by another grant already.
      return [
        {
          name: `${verb} ${role}`,
          statement: `${verb} ${role}`,
          file: 'rights' as const,
          section,
        },
      ]
    }),
  )
}

/** Columns that a role may not name, and those that it may by a grant on the column. */
function columnMutants(table: CatalogObject, column: CatalogObject): Mutant[] {
  const section = spelled(table)
  const name = parseObjectId(column.id).spelled.at(-1) ?? ''
  return ['anon', 'authenticated'].flatMap((role) =>
    commands
      .filter((command) => !may(table, role, command))
      .map((command) => {
        const verb = may(column, role, command)
          ? `revoke ${command} (${name}) on ${section} from`
          : `grant ${command} (${name}) on ${section} to`
        return { name: `${verb} ${role}`, statement: `${verb} ${role}`, file: 'rights', section }
      }),
  )
}

function functionMutants(routine: CatalogObject): Mutant[] {
  const name = `${spelled(routine)}(${parseObjectId(routine.id).arguments ?? ''})`
  const execute = roles.map((role) =>
    may(routine, role, 'execute')
      ? `revoke execute on function ${name} from ${role}`
      : `grant execute on function ${name} to ${role}`,
  )
  const everybody = `grant execute on function ${name} to public`
  const security = textIn(routine, 'security') === 'definer' ? 'invoker' : 'definer'
  const whole = [
    `alter function ${name} security ${security}`,
    `alter function ${name} reset search_path`,
  ]
  return [
    ...[...execute, everybody].map((statement) => ({
      name: statement,
      statement,
      file: 'rights' as const,
      section: 'functions',
    })),
    ...whole.map((statement) => ({
      name: statement,
      statement,
      file: 'rights' as const,
      section: 'what there is',
    })),
  ]
}

function sequenceMutants(sequence: CatalogObject): Mutant[] {
  return roles.flatMap((role) =>
    ['usage', 'select', 'update'].map((command) => {
      const statement = `grant ${command} on sequence ${spelled(sequence)} to ${role}`
      return { name: statement, statement, file: 'rights' as const, section: 'sequences' }
    }),
  )
}

const schemaMutants: readonly Mutant[] = [
  'grant usage on schema private to anon',
  'grant usage on schema private to public',
  'grant create on schema private to authenticated',
  'grant create on schema public to anon',
  'grant create on schema public to public',
  'revoke usage on schema private from authenticated',
  'revoke usage on schema private from service_role',
].map((statement) => ({ name: statement, statement, file: 'rights', section: 'schemas' }))

const newObjects: readonly Mutant[] = [
  'create table public.mutant (id integer)',
  'create view public.mutant as select * from public.user_tokens',
  'create table private.mutant (id integer)',
  'create sequence public.mutant',
  'create function public.mutant() returns integer language sql as $$ select 1 $$',
  'create function private.mutant() returns integer language sql security definer as $$ select 1 $$',
].map((statement) => ({ name: statement, statement, file: 'rights', section: 'what there is' }))

function may(object: CatalogObject, role: string, command: string): boolean {
  return recordsOf(object, 'rights').some(
    ({ grantee, privilege }) => spell(grantee) === role && spell(privilege) === command,
  )
}

function spelled({ id }: CatalogObject): string {
  return parseObjectId(id).spelled.join('.')
}
