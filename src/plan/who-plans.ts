/** Who plans a difference: Atlas, own rules, or nobody: then it is named and refused. */
export type Planner = 'atlas' | 'own' | 'nobody'

/** What of a kind is planned by whom: all of it by one, or an attribute at a time. */
export type Share = Planner | Readonly<Record<string, Planner>>

/**
 * Who plans what, by kind and attribute of what the readers read; `added` and `removed` stand for the object as a whole.
 * Atlas gets what its engine was seen to do right, for tables that are its own to the last difference (see
 * `beside` for the exceptions): the rest it does not see, or does wrong.
 */
export const whoPlans: Readonly<Record<string, Share>> = {
  schema: 'own',
  defaultPrivileges: 'own',
  extension: 'own',
  enum: 'own',
  domain: 'own',
  domainConstraint: 'own',
  composite: 'own',
  range: 'own',
  sequence: 'own',
  function: 'own',
  procedure: 'own',
  aggregate: 'own',
  other: 'nobody',
  table: {
    added: 'atlas',
    removed: 'atlas',
    comment: 'atlas',
    owner: 'own',
    rights: 'own',
    rowSecurity: 'own',
    replicaIdentity: 'own',
    persistence: 'own',
    options: 'own',
    toastOptions: 'own',
    accessMethod: 'own',
    tablespace: 'own',
    inherits: 'own',
    partitionKey: 'own',
    partitionOf: 'own',
    bound: 'own',
    ofType: 'own',
  },
  foreignTable: 'nobody',
  column: {
    added: 'atlas',
    removed: 'atlas',
    comment: 'atlas',
    type: 'atlas',
    default: 'atlas',
    notNull: 'atlas',
    rights: 'own',
    collation: 'own',
    generated: 'own',
    identity: 'own',
    storage: 'own',
    compression: 'own',
    statistics: 'own',
    options: 'own',
    notNullName: 'own',
    notNullInherited: 'own',
    notNullComment: 'own',
    notNullValidated: 'own',
    notNullNoInherit: 'own',
    local: 'own',
    inherited: 'own',
  },
  identitySequence: 'own',
  constraint: {
    added: 'atlas',
    removed: 'atlas',
    definition: 'atlas',
    type: 'own',
    comment: 'own',
    validated: 'own',
    deferrable: 'own',
    index: 'own',
    indexComment: 'own',
    indexOptions: 'own',
    clustered: 'own',
    tablespace: 'own',
  },
  view: 'own',
  materializedView: 'own',
  viewColumn: 'own',
  index: {
    added: 'atlas',
    removed: 'atlas',
    definition: 'atlas',
    comment: 'atlas',
    valid: 'own',
    clustered: 'own',
    options: 'own',
    statistics: 'own',
    tablespace: 'own',
  },
  rule: 'own',
  trigger: 'own',
  policy: 'own',
  publication: 'own',
  publicationMember: 'own',
  publicationSchema: 'own',
}

/** What own rules plan beside Atlas: any other attribute of theirs makes the whole table theirs. */
export const beside: readonly string[] = [
  'table owner',
  'table rights',
  'table rowSecurity',
  'column rights',
  'constraint comment',
]

/** One line of the table. */
export interface Assignment {
  readonly kind: string
  /** `*` for all of the kind. */
  readonly attribute: string
  readonly by: Planner
  /** Whether such a difference makes own rules plan the whole table. */
  readonly takesTable: boolean
}

/** The table as a list, in its order. */
export function listAssignments(): Assignment[] {
  return Object.entries(whoPlans).flatMap(([kind, share]) => {
    if (typeof share === 'string') return [{ kind, attribute: '*', by: share, takesTable: false }]
    return Object.entries(share).map(([attribute, by]) => ({
      kind,
      attribute,
      by,
      takesTable: by !== 'atlas' && !beside.includes(`${kind} ${attribute}`),
    }))
  })
}

/** Who plans a difference of a kind in an attribute; what is not in the table is for own rules to plan or to refuse. */
export function plannerOf(kind: string, attribute: string): Planner {
  const share = whoPlans[kind]
  if (share === undefined || typeof share === 'string') return share ?? 'own'
  return share[attribute] ?? 'own'
}
