import type { Node, ObjectType } from 'libpg-query'
import type { ObjectName } from './object-name.ts'

/**
 * The order in which the loader first tries statements. Rights before publications and comments, since nothing
 * depends on those; event triggers last, since they answer to all that comes later.
 */
export const phases = [
  'schemas',
  'default privileges',
  'extensions',
  'types',
  'sequences',
  'functions',
  'operators',
  'casts',
  'foreign data',
  'tables',
  'table parts',
  'foreign keys',
  'views',
  'triggers',
  'policies',
  'rights',
  'publications',
  'comments',
  'event triggers',
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

/** Belongs to a table but has a separate name, so that only the whole schema tells its table. */
export type OwnedNoun = 'index' | 'sequence' | 'statistics'

/** How schema files declare objects of a kind, and where. */
export interface SchemaPlace<Folder extends string = string> {
  /** What statements call it: `create view`, `comment on view`. */
  readonly noun: string
  /** What the parser calls it in comments and rights. */
  readonly type: ObjectType
  /** Where its statements are, the default first. */
  readonly folders: readonly Folder[]
  /** Where comments on it are, if elsewhere too. */
  readonly comments?: readonly Folder[]
  /** Where its rights are, if elsewhere. */
  readonly rights?: readonly Folder[]
  /** The statement that creates one; absent where it is a part of another. */
  readonly create?: Creation
  /** A statement that goes on with one that is created; absent where none is needed. */
  readonly alter?: Pick<Creation, 'phase' | 'about'>
  /** How a comment names what it is about; by its name when absent. */
  readonly commented?: (object: Node) => ObjectName
  readonly owned?: OwnedNoun
}

/** A statement that creates an object. */
export interface Creation {
  readonly phase: Phase
  /** Whether its file is named after what it creates: an index is in the file of its table. */
  readonly createsFile: boolean
  /** Reads which object its file is about; undefined of other statements. */
  readonly about: About
}

type About = (tree: Node) => ObjectName | undefined

/** A statement that creates what its file is named after. */
export function createsFile(phase: Phase, about: About): Creation {
  return { phase, createsFile: true, about }
}

/** A statement that creates a part of what its file is named after. */
export function createsPart(phase: Phase, about: About): Creation {
  return { phase, createsFile: false, about }
}
