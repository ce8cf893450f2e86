import type { ObjectName } from './object-name.ts'

/** What a comment may be on. */
export type CommentNoun =
  | 'aggregate'
  | 'column'
  | 'constraint'
  | 'constraint on domain'
  | 'domain'
  | 'extension'
  | 'function'
  | 'index'
  | 'materialized view'
  | 'policy'
  | 'procedure'
  | 'publication'
  | 'routine'
  | 'rule'
  | 'schema'
  | 'sequence'
  | 'statistics'
  | 'table'
  | 'trigger'
  | 'type'
  | 'view'

/** What rights may be granted on. A view counts as a table, as in PostgreSQL's grammar. */
export type RightsNoun =
  | 'domain'
  | 'function'
  | 'procedure'
  | 'routine'
  | 'schema'
  | 'sequence'
  | 'table'
  | 'type'

/** A sort of statement that a schema file may hold, as people call it. `rights on` is grant and revoke. */
export type StatementSort =
  | 'create schema'
  | 'alter default privileges'
  | 'create extension'
  | 'create type'
  | 'create domain'
  | 'create sequence'
  | 'alter sequence'
  | 'create function'
  | 'create procedure'
  | 'create aggregate'
  | 'create table'
  | 'create index'
  | 'create statistics'
  | 'create rule'
  | 'alter table'
  | 'alter table add foreign key'
  | 'create view'
  | 'create materialized view'
  | 'create trigger'
  | 'alter table enable trigger'
  | 'create policy'
  | 'create publication'
  | 'alter publication'
  | `comment on ${CommentNoun}`
  | `rights on ${RightsNoun}`

/** Belongs to a table but has a separate name, so that only the whole schema tells its table. */
export type OwnedSort = 'index' | 'sequence' | 'statistics'

/** An object that a statement is about; `owned` where it is a table's index, sequence or statistics. */
export interface SubjectObject extends ObjectName {
  readonly owned?: OwnedSort
}

/** What one statement is about. */
export interface Subject {
  readonly sort: StatementSort
  /** Usually one; a grant may name many. */
  readonly objects: readonly SubjectObject[]
  /** The name of the index, policy, rule or trigger that the statement creates on the object. */
  readonly part?: string | undefined
}
