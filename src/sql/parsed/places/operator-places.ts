import type { Node, TypeName } from 'libpg-query'
import type { PlannedKind } from '../../../model/kind.ts'
import { definedName, listName, typeWord } from '../object-name.ts'
import type { ObjectName } from '../object-name.ts'
import { createsFile } from '../schema-place.ts'
import type { SchemaPlace } from '../schema-place.ts'

/** Operators, and what access methods do with them. No file can be named after an operator: it is after its first type. */
export const operatorPlaces = {
  operator: {
    noun: 'operator',
    type: 'OBJECT_OPERATOR',
    folders: ['operators'],
    create: createsFile('operators', (tree) => {
      const name = definedName(tree, 'OBJECT_OPERATOR')
      return name === undefined ? undefined : onType(name, firstArgument(tree))
    }),
    commented: (object) =>
      'ObjectWithArgs' in object
        ? onType(
            listName(object.ObjectWithArgs.objname),
            (object.ObjectWithArgs.objargs ?? []).map(typeIn).find((type) => type !== undefined),
          )
        : { schema: undefined, name: '' },
  },
  operatorFamily: {
    noun: 'operator family',
    type: 'OBJECT_OPFAMILY',
    folders: ['operator-families'],
    // A class brings a family of its name along.
    comments: ['operator-families', 'operator-classes'],
    create: createsFile('operators', (tree) =>
      'CreateOpFamilyStmt' in tree ? listName(tree.CreateOpFamilyStmt.opfamilyname) : undefined,
    ),
    alter: {
      phase: 'operators',
      about: (tree) =>
        'AlterOpFamilyStmt' in tree ? listName(tree.AlterOpFamilyStmt.opfamilyname) : undefined,
    },
    commented: withoutMethod,
  },
  operatorClass: {
    noun: 'operator class',
    type: 'OBJECT_OPCLASS',
    folders: ['operator-classes'],
    create: createsFile('operators', (tree) =>
      'CreateOpClassStmt' in tree ? listName(tree.CreateOpClassStmt.opclassname) : undefined,
    ),
    commented: withoutMethod,
  },
} as const satisfies Readonly<Partial<Record<PlannedKind, SchemaPlace>>>

function onType({ schema }: ObjectName, type: TypeName | undefined): ObjectName {
  return { schema, name: typeWord(type) }
}

/** The type on the left, or that on the right of an operator that stands in front of its argument. */
function firstArgument(tree: Node): TypeName | undefined {
  const options = 'DefineStmt' in tree ? (tree.DefineStmt.definition ?? []) : []
  const typeOf = (name: string): TypeName | undefined =>
    options
      .flatMap((option) =>
        'DefElem' in option && option.DefElem.defname === name && option.DefElem.arg !== undefined
          ? [typeIn(option.DefElem.arg)]
          : [],
      )
      .at(0)
  return typeOf('leftarg') ?? typeOf('rightarg')
}

function typeIn(node: Node): TypeName | undefined {
  return 'TypeName' in node ? node.TypeName : undefined
}

/** The parser puts the access method in front of the name. */
function withoutMethod(object: Node): ObjectName {
  return listName('List' in object ? (object.List.items ?? []).slice(1) : [])
}
