import type { ColumnDef, Constraint, Node } from 'libpg-query'
import { factsOf } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'
import type { PartKind } from '../../model/kind-facts.ts'
import { createdTable } from './created-table.ts'
import { listName, relationName } from './object-name.ts'
import type { ObjectName } from './object-name.ts'
import { argumentTypes } from './argument-types.ts'
import { folders } from './schema-places.ts'
import type { Subject } from './statement-subject.ts'
import { subjectOf } from './subject.ts'

/** What a statement declares, by the kinds that catalogs have; labels and fields are parts of their type. */
export type DeclaredKind = Kind | PartKind

/** An object, or a part of one, that a statement declares with a name. */
export interface Declared {
  readonly kind: DeclaredKind
  /** Its schema, the table or type that it is of, its own name; as they are, not quoted. */
  readonly names: readonly string[]
  /** The types of a routine's arguments, as far as the text alone tells them. */
  readonly arguments?: readonly string[]
  /** Where it starts: bytes of UTF-8 from the start of the file. */
  readonly offset: number
}

/** A statement, and where it and its literals start, in bytes. */
export interface DeclaringStatement {
  readonly tree: Node
  readonly offset: number
  /** Where its string literals start, in order: the parser gives no place for a label. */
  readonly literals: readonly number[]
}

/** Lists what a statement declares, the statement's own object first. */
export function declaredBy(statement: DeclaringStatement): Declared[] {
  return [...ownObject(statement), ...partsOf(statement)]
}

function ownObject({ tree, offset }: DeclaringStatement): Declared[] {
  const subject = subjectOf(tree)
  const kind = renamedKind(subject)
  if (subject === undefined || kind === undefined) return []
  const names = subject.objects.flatMap((object) =>
    hasSchema(subject) ? namesOf(ownNameOf(tree) ?? object) : [object.name],
  )
  const parts = subject.part === undefined ? [] : [subject.part]
  return [{ kind, names: [...names, ...parts], offset, ...argumentsOf(tree) }]
}

/** The kind of what a statement creates, where that can be renamed. */
function renamedKind(subject: Subject | undefined): Kind | undefined {
  const kind = subject?.kind
  return kind === undefined || factsOf(kind).rename === undefined ? undefined : kind
}

function hasSchema(subject: Subject): boolean {
  return subject.folders.some((folder) => folders[folder].qualified)
}

function argumentsOf(tree: Node): Pick<Declared, 'arguments'> {
  return 'CreateFunctionStmt' in tree
    ? { arguments: argumentTypes(tree.CreateFunctionStmt.parameters) }
    : {}
}

/** A statistics object is about its table, and has a separate schema. */
function ownNameOf(tree: Node): ObjectName | undefined {
  return 'CreateStatsStmt' in tree ? listName(tree.CreateStatsStmt.defnames) : undefined
}

function namesOf({ schema = 'public', name }: ObjectName): string[] {
  return [schema, name]
}

function partsOf({ tree, offset, literals }: DeclaringStatement): Declared[] {
  const created = createdTable(tree)
  if (created !== undefined) {
    const owner = namesOf(relationName(created.relation))
    return (created.tableElts ?? []).flatMap((element) => tablePart(element, owner))
  }
  if ('AlterTableStmt' in tree) {
    const owner = namesOf(relationName(tree.AlterTableStmt.relation))
    const added = (tree.AlterTableStmt.cmds ?? []).flatMap((command) =>
      'AlterTableCmd' in command && command.AlterTableCmd.def !== undefined
        ? tablePart(command.AlterTableCmd.def, owner)
        : [],
    )
    // Other objects are what their statement is about.
    return added.length === 1 ? added.map((each) => ({ ...each, offset })) : added
  }
  return typeParts(tree, literals)
}

function typeParts(tree: Node, literals: readonly number[]): Declared[] {
  if ('CompositeTypeStmt' in tree) {
    const owner = namesOf(relationName(tree.CompositeTypeStmt.typevar))
    return (tree.CompositeTypeStmt.coldeflist ?? []).flatMap((field) =>
      'ColumnDef' in field ? [part('field', field.ColumnDef, owner)] : [],
    )
  }
  if ('CreateEnumStmt' in tree) {
    const owner = namesOf(listName(tree.CreateEnumStmt.typeName))
    return (tree.CreateEnumStmt.vals ?? []).flatMap((label, at) =>
      'String' in label
        ? [{ kind: 'label', names: [...owner, label.String.sval ?? ''], offset: literals[at] ?? 0 }]
        : [],
    )
  }
  if (!('CreateDomainStmt' in tree)) return []
  const owner = namesOf(listName(tree.CreateDomainStmt.domainname))
  return (tree.CreateDomainStmt.constraints ?? []).flatMap((node) =>
    'Constraint' in node ? named('domainConstraint', node.Constraint, owner) : [],
  )
}

/** A column with its constraints that have names, or a constraint of the table. */
function tablePart(element: Node, owner: readonly string[]): Declared[] {
  if ('Constraint' in element) return named('constraint', element.Constraint, owner)
  if (!('ColumnDef' in element)) return []
  const { constraints = [] } = element.ColumnDef
  return [
    part('column', element.ColumnDef, owner),
    ...constraints.flatMap((node) =>
      'Constraint' in node ? named('constraint', node.Constraint, owner) : [],
    ),
  ]
}

function part(kind: DeclaredKind, column: ColumnDef, owner: readonly string[]): Declared {
  return { kind, names: [...owner, column.colname ?? ''], offset: column.location ?? 0 }
}

function named(kind: DeclaredKind, constraint: Constraint, owner: readonly string[]): Declared[] {
  const { conname, location = 0 } = constraint
  return conname === undefined ? [] : [{ kind, names: [...owner, conname], offset: location }]
}
