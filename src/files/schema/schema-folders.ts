import type { ObjectName } from '../../sql/parsed/object-name.ts'
import type { StatementSort } from '../../model/statement-sort.ts'

/**
 * The order in which the loader first tries statements. Rights before publications and comments, since nothing
 * depends on those.
 */
export const phases = [
  'schemas',
  'default privileges',
  'extensions',
  'types',
  'sequences',
  'functions',
  'tables',
  'table parts',
  'foreign keys',
  'views',
  'triggers',
  'policies',
  'rights',
  'publications',
  'comments',
] as const

/** A stage of loading; see `phases`. */
export type Phase = (typeof phases)[number]

/** What a folder of the schema holds. */
export interface FolderRule {
  /** How many statements of a file create its object: `any` where it may be the platform's. */
  readonly creates: 'one' | 'some' | 'any'
  /** Whether names in it have a schema. */
  readonly qualified: boolean
  /** Which names PostgreSQL keeps apart: a table, a view and a type of one name cannot be. */
  readonly names: string
}

/** The folders of the schema. A new kind of object is a new line here and in `homes`. */
export const folders = {
  schemas: { creates: 'any', qualified: false, names: 'schema' },
  // A file for each schema, and `database.sql` for what holds in all of them.
  'default-privileges': { creates: 'any', qualified: false, names: 'default privileges' },
  extensions: { creates: 'one', qualified: false, names: 'extension' },
  types: { creates: 'one', qualified: true, names: 'relation' },
  sequences: { creates: 'one', qualified: true, names: 'sequence' },
  tables: { creates: 'one', qualified: true, names: 'relation' },
  functions: { creates: 'some', qualified: true, names: 'function' },
  views: { creates: 'one', qualified: true, names: 'relation' },
  triggers: { creates: 'any', qualified: true, names: 'triggers of' },
  policies: { creates: 'any', qualified: true, names: 'policies of' },
  publications: { creates: 'any', qualified: false, names: 'publication' },
} as const satisfies Readonly<Record<string, FolderRule>>

/** The name of a folder of the schema. */
export type Folder = keyof typeof folders

/** Narrows a name to that of a folder that the schema may have. */
export function isFolder(name: string): name is Folder {
  return Object.hasOwn(folders, name)
}

/** The folders that a sort of statement may be in, the default first, and when it is loaded. */
export interface Home {
  readonly folders: readonly Folder[]
  readonly phase: Phase
  /** Whether the statement makes the file's object itself. */
  readonly creates?: true
}

/** Every sort of statement that a schema file may hold. */
export const homes: Readonly<Record<StatementSort, Home>> = {
  'create schema': { folders: ['schemas'], phase: 'schemas', creates: true },
  'alter default privileges': { folders: ['default-privileges'], phase: 'default privileges' },
  'create extension': { folders: ['extensions'], phase: 'extensions', creates: true },
  'create type': { folders: ['types'], phase: 'types', creates: true },
  'create domain': { folders: ['types'], phase: 'types', creates: true },
  'create sequence': { folders: ['sequences'], phase: 'sequences', creates: true },
  'alter sequence': { folders: ['sequences'], phase: 'table parts' },
  'create function': { folders: ['functions'], phase: 'functions', creates: true },
  'create procedure': { folders: ['functions'], phase: 'functions', creates: true },
  'create aggregate': { folders: ['functions'], phase: 'functions', creates: true },
  'create table': { folders: ['tables'], phase: 'tables', creates: true },
  'create index': { folders: ['tables', 'views'], phase: 'table parts' },
  'create statistics': { folders: ['tables', 'views'], phase: 'table parts' },
  'create rule': { folders: ['tables', 'views'], phase: 'triggers' },
  'alter table': { folders: ['tables', 'views'], phase: 'table parts' },
  'alter table add foreign key': { folders: ['tables'], phase: 'foreign keys' },
  'create view': { folders: ['views'], phase: 'views', creates: true },
  'create materialized view': { folders: ['views'], phase: 'views', creates: true },
  'create trigger': { folders: ['triggers'], phase: 'triggers' },
  'alter table enable trigger': { folders: ['triggers'], phase: 'triggers' },
  'create policy': { folders: ['policies'], phase: 'policies' },
  'create publication': { folders: ['publications'], phase: 'publications', creates: true },
  'alter publication': { folders: ['publications'], phase: 'publications' },
  'comment on aggregate': { folders: ['functions'], phase: 'comments' },
  'comment on column': { folders: ['tables', 'views', 'types'], phase: 'comments' },
  'comment on constraint': { folders: ['tables'], phase: 'comments' },
  'comment on constraint on domain': { folders: ['types'], phase: 'comments' },
  'comment on domain': { folders: ['types'], phase: 'comments' },
  'comment on extension': { folders: ['extensions'], phase: 'comments' },
  'comment on function': { folders: ['functions'], phase: 'comments' },
  'comment on index': { folders: ['tables', 'views'], phase: 'comments' },
  'comment on materialized view': { folders: ['views'], phase: 'comments' },
  'comment on policy': { folders: ['policies'], phase: 'comments' },
  'comment on procedure': { folders: ['functions'], phase: 'comments' },
  'comment on publication': { folders: ['publications'], phase: 'comments' },
  'comment on routine': { folders: ['functions'], phase: 'comments' },
  'comment on rule': { folders: ['tables', 'views'], phase: 'comments' },
  'comment on schema': { folders: ['schemas'], phase: 'comments' },
  'comment on sequence': { folders: ['tables', 'sequences'], phase: 'comments' },
  'comment on statistics': { folders: ['tables', 'views'], phase: 'comments' },
  'comment on table': { folders: ['tables'], phase: 'comments' },
  'comment on trigger': { folders: ['triggers'], phase: 'comments' },
  'comment on type': { folders: ['types'], phase: 'comments' },
  'comment on view': { folders: ['views'], phase: 'comments' },
  'rights on domain': { folders: ['types'], phase: 'rights' },
  'rights on function': { folders: ['functions'], phase: 'rights' },
  'rights on procedure': { folders: ['functions'], phase: 'rights' },
  'rights on routine': { folders: ['functions'], phase: 'rights' },
  'rights on schema': { folders: ['schemas'], phase: 'rights' },
  'rights on sequence': { folders: ['policies', 'sequences'], phase: 'rights' },
  'rights on table': { folders: ['policies', 'views'], phase: 'rights' },
  'rights on type': { folders: ['types'], phase: 'rights' },
}

/**
 * The name of the file that an object has in its folder: `t.sql` in schema public, else
 * `s.t.sql`. Characters that no file name or no other reading allows are percent-encoded.
 */
export function fileNameOf({ schema, name }: ObjectName): string {
  if (schema === undefined) return `${encode(name)}.sql`
  const isShort = schema === 'public' && !name.includes('.')
  return isShort ? `${encode(name)}.sql` : qualifiedFileNameOf({ schema, name })
}

/** Whether a file's name is that of the object, with or without `public.` in front. */
export function isFileNameOf(file: string, object: ObjectName): boolean {
  return file === fileNameOf(object) || file === qualifiedFileNameOf(object)
}

function qualifiedFileNameOf({ schema, name }: ObjectName): string {
  return `${encode(schema ?? '').replaceAll('.', '%2E')}.${encode(name)}.sql`
}

function encode(name: string): string {
  return name.replaceAll(/[%/\\:*?"<>|]/g, (character) =>
    encodeURIComponent(character).replace('*', '%2A'),
  )
}
