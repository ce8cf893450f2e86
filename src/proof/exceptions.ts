/** Catalogs that hold data or statistics, not what the database is. */
export const passedOver: Readonly<Record<string, string>> = {
  pg_largeobject: 'the bytes of large objects are data',
  pg_statistic: 'what ANALYZE found',
  pg_statistic_ext_data: 'what ANALYZE found',
  pg_subscription_rel: 'how far a subscription has come',
  pg_init_privs:
    'what rights an extension or initdb began with; the rights themselves are read with their objects',
}

/** Columns that change without anybody changing the database, or that say again what another says. */
export const volatile: ReadonlySet<string> = new Set([
  // where it is stored, and how much there is of it
  'pg_class.relfilenode',
  'pg_class.relpages',
  'pg_class.reltuples',
  'pg_class.relallvisible',
  'pg_class.relallfrozen',
  'pg_class.relfrozenxid',
  'pg_class.relminmxid',
  'pg_class.relrewrite',
  'pg_class.relhasindex',
  'pg_class.relhasrules',
  'pg_class.relhastriggers',
  'pg_class.relhassubclass',
  // counts dropped columns too
  'pg_class.relnatts',
  // the order of columns is told apart
  'pg_attribute.attnum',
  'pg_attribute.attcacheoff',
  // a value for rows older than the column, which the rows hold once the table is rewritten
  'pg_attribute.atthasmissing',
  'pg_attribute.attmissingval',
  // an index over rows that an older snapshot cannot see
  'pg_index.indcheckxmin',
  // a number that stands for the rank of a label
  'pg_enum.enumsortorder',
  // the address of an object, which names the line
  'pg_description.objoid',
  'pg_description.objsubid',
  'pg_seclabel.objoid',
  'pg_seclabel.objsubid',
  'pg_depend.objid',
  'pg_depend.objsubid',
  'pg_depend.refobjid',
  'pg_depend.refobjsubid',
])

/**
 * Columns that the general way cannot read, as SQL over a row `t`: expressions that PostgreSQL prints only with
 * what they belong to, and numbers of columns that it does not declare as such.
 */
export const ownWays: Readonly<Record<string, string>> = {
  'pg_rewrite.ev_qual': 'null',
  'pg_rewrite.ev_action': 'pg_catalog.pg_get_ruledef(t.oid)',
  'pg_trigger.tgqual': 'case when not t.tgisinternal then pg_catalog.pg_get_triggerdef(t.oid) end',
  'pg_constraint.conbin': 'pg_catalog.pg_get_constraintdef(t.oid)',
  'pg_proc.prosqlbody': 'pg_catalog.pg_get_function_sqlbody(t.oid)',
  'pg_proc.proargdefaults': 'pg_catalog.pg_get_expr(t.proargdefaults, 0)',
  'pg_type.typdefaultbin': 'pg_catalog.pg_get_expr(t.typdefaultbin, 0)',
  'pg_class.relpartbound': 'pg_catalog.pg_get_expr(t.relpartbound, t.oid)',
  // the storage parameters of the table's toast table; the table itself has a number for a name
  'pg_class.reltoastrelid': `(
    select (${sorted('o.reloptions')})::text
    from pg_catalog.pg_class as o
    where o.oid = t.reltoastrelid
  )`,
  // the order of parameters is the order in which somebody happened to set them
  'pg_class.reloptions': sorted('t.reloptions'),
  'pg_attribute.attoptions': sorted('t.attoptions'),
  // triggers that enforce a foreign key have a number in their name; their parents are those of the key's parent
  'pg_trigger.tgparentid': `case
    when not t.tgisinternal and t.tgparentid <> 0
      then (pg_catalog.pg_identify_object('pg_catalog.pg_trigger'::pg_catalog.regclass, t.tgparentid, 0)).identity
  end`,
  'pg_trigger.tgname': 'case when not t.tgisinternal then t.tgname end',
  'pg_constraint.confdelsetcols': attributeNames('conrelid', 'confdelsetcols'),
  'pg_publication_rel.prattrs': attributeNames('prrelid', 'prattrs'),
}

function sorted(list: string): string {
  return `(select pg_catalog.array_agg(p.parameter order by p.parameter) from pg_catalog.unnest(${list}) as p (parameter))`
}

/** The relation that a pg_node_tree is about, where its catalog has more than one to choose from. */
export const expressionOf: Readonly<Record<string, string>> = {
  pg_index: 'indrelid',
  pg_policy: 'polrelid',
  pg_attrdef: 'adrelid',
  pg_partitioned_table: 'partrelid',
  pg_publication_rel: 'prrelid',
  pg_statistic_ext: 'stxrelid',
}

/** The letter by which acldefault() knows a catalog's objects (manual, acldefault). */
export const aclLetters: Readonly<Record<string, string>> = {
  pg_attribute: `'c'`,
  pg_class: `case t.relkind when 'S' then 's' else 'r' end`,
  pg_foreign_data_wrapper: `'F'`,
  pg_foreign_server: `'S'`,
  pg_language: `'l'`,
  pg_largeobject_metadata: `'L'`,
  pg_namespace: `'n'`,
  pg_proc: `'f'`,
  pg_type: `'T'`,
}

/** The names of columns whose numbers stand in a column, in their order; 0 stands for an expression. */
export function attributeNames(relation: string, numbers: string): string {
  return `(
    select pg_catalog.string_agg(coalesce(pg_catalog.quote_ident(a.attname), '-'), ', ' order by k.rank)
    from pg_catalog.unnest(t.${numbers}::smallint[]) with ordinality as k (number, rank)
    left join pg_catalog.pg_attribute as a on a.attrelid = t.${relation} and a.attnum = k.number
  )`
}

/** Catalogs whose rows are about an object of any catalog: its address. */
export const addresses: Readonly<Record<string, string>> = {
  pg_description: 't.classoid, t.objoid, t.objsubid',
  pg_seclabel: 't.classoid, t.objoid, t.objsubid',
  pg_depend: 't.classid, t.objid, t.objsubid',
}

/** What names a row, where it is neither its oid nor the object in its first column. */
export const identities: Readonly<Record<string, string>> = {
  pg_attribute: `pg_catalog.concat('column ', t.attrelid::pg_catalog.regclass, '.', pg_catalog.quote_ident(t.attname))`,
  pg_description: described('t.classoid, t.objoid, t.objsubid'),
  pg_seclabel: described('t.classoid, t.objoid, t.objsubid'),
  pg_depend: described('t.classid, t.objid, t.objsubid'),
  // large objects are known by the catalog of their bytes
  pg_largeobject_metadata: described("'pg_catalog.pg_largeobject'::pg_catalog.regclass, t.oid, 0"),
  pg_enum: `pg_catalog.concat('label ', t.enumtypid::pg_catalog.regtype, '.', t.enumlabel)`,
  pg_trigger: `case
    when t.tgisinternal then pg_catalog.concat_ws(
      ' ',
      'internal trigger', t.tgfoid::pg_catalog.regprocedure, 'of', (pg_catalog.pg_identify_object('pg_catalog.pg_constraint'::pg_catalog.regclass, t.tgconstraint, 0)).identity,
      'on', t.tgrelid::pg_catalog.regclass
    )
    else ${described("'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid, 0")}
  end`,
}

/** Fields that a catalog's rows need beside their columns. */
export const extraFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pg_enum: {
    rank: '(select count(*) from pg_catalog.pg_enum as e where e.enumtypid = t.enumtypid and e.enumsortorder < t.enumsortorder)',
  },
  pg_depend: { object: described('t.refclassid, t.refobjid, t.refobjsubid') },
}

/** Which rows of a catalog count. */
export const conditions: Readonly<Record<string, string>> = {
  // Of dependencies only those that somebody declares: membership of an extension, "depends on extension", OWNED BY.
  pg_depend: `(
    t.deptype in ('e', 'x')
    or (t.deptype = 'a' and t.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and t.refobjsubid > 0
      and exists (select 1 from pg_catalog.pg_class as s where s.oid = t.objid and s.relkind = 'S'))
  )`,
  pg_attribute:
    "t.attnum > 0 and not t.attisdropped and not exists (select 1 from pg_catalog.pg_class as c where c.oid = t.attrelid and c.relkind in ('t', 'i', 'I'))",
  pg_class: "t.relnamespace <> 'pg_toast'::pg_catalog.regnamespace",
  pg_index:
    "not exists (select 1 from pg_catalog.pg_class as c where c.oid = t.indrelid and c.relkind = 't')",
}

/** The type and name of the object that an address (catalog, number, number of the column) names. */
export function described(address: string): string {
  return `(select pg_catalog.concat(i.type, ' ', i.identity) from pg_catalog.pg_identify_object(${address}) as i)`
}
