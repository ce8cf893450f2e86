import type { Node, TypeName } from 'libpg-query'
import type { PlannedKind } from '../../../model/kind.ts'
import { bareName, typeWord } from '../object-name.ts'
import type { ObjectName } from '../object-name.ts'
import { createsFile, createsPart } from '../schema-place.ts'
import type { SchemaPlace } from '../schema-place.ts'

/** Kinds whose objects lie in no schema. */
export const globalPlaces = {
  extension: {
    noun: 'extension',
    type: 'OBJECT_EXTENSION',
    folders: ['extensions'],
    create: createsFile('extensions', (tree) =>
      'CreateExtensionStmt' in tree ? bareName(tree.CreateExtensionStmt.extname) : undefined,
    ),
  },
  publication: {
    noun: 'publication',
    type: 'OBJECT_PUBLICATION',
    folders: ['publications'],
    create: createsFile('publications', (tree) =>
      'CreatePublicationStmt' in tree ? bareName(tree.CreatePublicationStmt.pubname) : undefined,
    ),
    alter: {
      phase: 'publications',
      about: (tree) =>
        'AlterPublicationStmt' in tree ? bareName(tree.AlterPublicationStmt.pubname) : undefined,
    },
  },
  subscription: {
    noun: 'subscription',
    type: 'OBJECT_SUBSCRIPTION',
    folders: ['subscriptions'],
    create: createsFile('publications', (tree) =>
      'CreateSubscriptionStmt' in tree ? bareName(tree.CreateSubscriptionStmt.subname) : undefined,
    ),
  },
  foreignDataWrapper: {
    noun: 'foreign data wrapper',
    type: 'OBJECT_FDW',
    folders: ['wrappers'],
    create: createsFile('foreign data', (tree) =>
      'CreateFdwStmt' in tree ? bareName(tree.CreateFdwStmt.fdwname) : undefined,
    ),
  },
  foreignServer: {
    noun: 'server',
    type: 'OBJECT_FOREIGN_SERVER',
    folders: ['servers'],
    create: createsFile('foreign data', (tree) =>
      'CreateForeignServerStmt' in tree
        ? bareName(tree.CreateForeignServerStmt.servername)
        : undefined,
    ),
  },
  userMapping: {
    noun: 'user mapping',
    type: 'OBJECT_USER_MAPPING',
    folders: ['servers'],
    create: createsPart('foreign data', (tree) =>
      'CreateUserMappingStmt' in tree ? bareName(tree.CreateUserMappingStmt.servername) : undefined,
    ),
  },
  cast: {
    noun: 'cast',
    type: 'OBJECT_CAST',
    folders: ['casts'],
    create: createsFile('casts', (tree) =>
      'CreateCastStmt' in tree
        ? castName(tree.CreateCastStmt.sourcetype, tree.CreateCastStmt.targettype)
        : undefined,
    ),
    commented: (object) =>
      castName(...('List' in object ? (object.List.items ?? []) : []).map(typeIn)),
  },
  eventTrigger: {
    noun: 'event trigger',
    type: 'OBJECT_EVENT_TRIGGER',
    folders: ['event-triggers'],
    create: createsFile('event triggers', (tree) =>
      'CreateEventTrigStmt' in tree ? bareName(tree.CreateEventTrigStmt.trigname) : undefined,
    ),
    alter: {
      phase: 'event triggers',
      about: (tree) =>
        'AlterEventTrigStmt' in tree ? bareName(tree.AlterEventTrigStmt.trigname) : undefined,
    },
  },
} as const satisfies Readonly<Partial<Record<PlannedKind, SchemaPlace>>>

/** A cast has no name: its file has one of its types. */
function castName(source?: TypeName, target?: TypeName): ObjectName {
  return bareName(`${typeWord(source)}_as_${typeWord(target)}`)
}

function typeIn(node: Node): TypeName | undefined {
  return 'TypeName' in node ? node.TypeName : undefined
}
