import { digest, hiddenMark } from '../hidden-text.ts'
import { columnNames, constraintName, identity, nameOf, sorted, typedName } from '../expressions.ts'

// What the general method cannot know. Each entry says why it is here.

/** Catalogs of which nothing is said where only some schemas are told of: the platform decides what is in them. */
export const ofPlatform: ReadonlySet<string> = new Set(['pg_default_acl', 'pg_extension'])

/** Columns that the general method cannot print, as SQL over a row `t`. */
export const ownWays: Readonly<Record<string, string>> = {
  // expressions that PostgreSQL prints only with what they belong to
  'pg_rewrite.ev_qual': 'null',
  'pg_rewrite.ev_action': 'pg_catalog.pg_get_ruledef(t.oid)',
  'pg_trigger.tgqual':
    'case when t.tgqual is not null then pg_catalog.pg_get_triggerdef(t.oid) end',
  'pg_constraint.conbin':
    'case when t.conbin is not null then pg_catalog.pg_get_constraintdef(t.oid) end',
  'pg_proc.prosqlbody': 'pg_catalog.pg_get_function_sqlbody(t.oid)',
  // with its modifier: varchar(20)
  'pg_attribute.atttypid': 'pg_catalog.format_type(t.atttypid, t.atttypmod)',
  'pg_type.typbasetype':
    'case when t.typbasetype <> 0 then pg_catalog.format_type(t.typbasetype, t.typtypmod) end',
  // PostgreSQL names an array type as it likes when the name is taken, so the order of creation would show
  'pg_type.typname':
    'case when t.oid not in (select e.typarray from pg_catalog.pg_type as e) then t.typname end',
  // the storage parameters of the toast table; the table itself has a number for a name
  'pg_class.reltoastrelid': `(
    select ${sorted('o.reloptions')}
    from pg_catalog.pg_class as o
    where o.oid = t.reltoastrelid and o.reloptions is not null
  )`,
  // triggers that enforce a foreign key have a number for a name; their parents are those of the key's parent
  'pg_trigger.tgname': 'case when not t.tgisinternal then t.tgname end',
  'pg_trigger.tgparentid': `case
    when not t.tgisinternal and t.tgparentid <> 0 then ${nameOf("'pg_catalog.pg_trigger'::pg_catalog.regclass, t.tgparentid, 0")}
  end`,
  // the name of a partition's part in a foreign key has a number, by the order in which partitions were made
  'pg_constraint.conname': `case when not ${isNumbered('t')} then t.conname end`,
  // of a key it says only whether it was made along with that of a partitioned table or attached to it later
  'pg_constraint.connoinherit': `case when t.contype not in ('p', 'u', 'x') then t.connoinherit end`,
  // numbers of columns that PostgreSQL does not declare as such
  'pg_constraint.confdelsetcols': columnNames('t.conrelid', 't.confdelsetcols'),
  // sets of columns, kept by PostgreSQL in the order of the table's columns
  'pg_publication_rel.prattrs': columnNames('t.prrelid', 't.prattrs', 'a.attname'),
  'pg_statistic_ext.stxkeys': columnNames('t.stxrelid', 't.stxkeys', 'a.attname'),
  // these two belong together, item by item, in the order in which the extension wrote them
  'pg_extension.extcondition': 't.extcondition',
  'pg_proc.proargnames': 't.proargnames',
  // in the order in which they were set, which means nothing; what an application sets may be a secret
  'pg_db_role_setting.setconfig': `(
    select case
      when pg_catalog.bool_or(k.name ~ '\\.') then '${hiddenMark}' || pg_catalog.string_agg(
        ${digest('k.name')} || ':' || ${digest('k.item')}, ' ' order by k.name collate pg_catalog."C"
      )
      else pg_catalog.string_agg(k.item, ', ' order by k.name collate pg_catalog."C")
    end
    from pg_catalog.unnest(t.setconfig) as u (item)
    cross join lateral (select pg_catalog.split_part(u.item, '=', 1), u.item) as k (name, item)
  )`,
  'pg_subscription.subtwophasestate': "t.subtwophasestate <> 'd'",
  // options, one after the other as they were set; the order means nothing
  'pg_ts_dict.dictinitoption': `(
    select pg_catalog.string_agg(k.item, ', ' order by k.item collate pg_catalog."C")
    from pg_catalog.regexp_split_to_table(t.dictinitoption, ', (?=(?:"[^"]*"|[^ ,"'']+) = )') as k (item)
  )`,
}

/** Columns whose text may hold a password: a difference is seen, the text never leaves the server. */
export const secrets: ReadonlySet<string> = new Set([
  'pg_attribute.attfdwoptions',
  'pg_foreign_server.srvoptions',
  'pg_foreign_table.ftoptions',
  'pg_foreign_data_wrapper.fdwoptions',
  'pg_subscription.subconninfo',
  'pg_user_mapping.umoptions',
])

/** Columns of object numbers in which the order means nothing: that in which somebody happened to write them. */
export const sets: ReadonlySet<string> = new Set(['pg_policy.polroles'])

/** The column that says of which relation the expressions of a catalog speak; none where they speak of none. */
export const expressionOf: Readonly<Record<string, string>> = {
  pg_attrdef: 't.adrelid',
  pg_class: 't.oid',
  pg_index: 't.indrelid',
  pg_partitioned_table: 't.partrelid',
  pg_policy: 't.polrelid',
  pg_publication_rel: 't.prrelid',
  pg_statistic_ext: 't.stxrelid',
}

/** The letter by which acldefault() knows a catalog's objects (manual, acldefault). */
export const aclLetters: Readonly<Record<string, string>> = {
  pg_class: `case t.relkind when 'S' then 's' else 'r' end`,
  pg_database: `'d'`,
  pg_foreign_data_wrapper: `'F'`,
  pg_foreign_server: `'S'`,
  pg_language: `'l'`,
  pg_largeobject_metadata: `'L'`,
  pg_namespace: `'n'`,
  pg_proc: `'f'`,
  pg_type: `'T'`,
}

/** Catalogs whose rows are about an object of any catalog: the columns of its address. */
export const addresses: Readonly<Record<string, readonly [string, string, string]>> = {
  pg_depend: ['classid', 'objid', 'objsubid'],
  pg_description: ['classoid', 'objoid', 'objsubid'],
  pg_seclabel: ['classoid', 'objoid', 'objsubid'],
}

/** What names a row, where it is neither its number nor the object in its first column. */
export const identities: Readonly<Record<string, string>> = {
  pg_attribute: `pg_catalog.concat('column ', t.attrelid::pg_catalog.regclass, '.', pg_catalog.quote_ident(t.attname))`,
  pg_constraint: `case
    when ${isNumbered('t')} then pg_catalog.concat('table constraint ', ${constraintName('t', isNumbered('t'))})
    else ${identity("'pg_catalog.pg_constraint'::pg_catalog.regclass, t.oid, 0")}
  end`,
  // the name of the database is where one looks, not what one sees
  pg_database: "'database'",
  pg_shdescription: "'database'",
  pg_shseclabel: "'database'",
  pg_db_role_setting: `case
    when t.setrole = 0 then 'database'
    else pg_catalog.concat('database, for role ', t.setrole::pg_catalog.regrole)
  end`,
  pg_enum: `pg_catalog.concat('label ', t.enumtypid::pg_catalog.regtype, '.', t.enumlabel)`,
  // large objects are known by the catalog of their bytes
  pg_largeobject_metadata: `pg_catalog.concat('large object ', t.oid)`,
  // triggers that enforce a foreign key have a number for a name
  pg_trigger: `case
    when t.tgisinternal then pg_catalog.concat(
      'internal trigger ', t.tgfoid::pg_catalog.regproc,
      ' of ', (select ${constraintName('c', isNumbered('c'))} from pg_catalog.pg_constraint as c where c.oid = t.tgconstraint),
      ' on ', t.tgrelid::pg_catalog.regclass
    )
    else ${identity("'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid, 0")}
  end`,
}

/** How to name the object of a number, where neither a reg* type nor pg_identify_object will do. */
export const ownNames: Readonly<Record<string, (number: string) => string>> = {
  pg_constraint: (number) =>
    `(select ${constraintName('c', isNumbered('c'))} from pg_catalog.pg_constraint as c where c.oid = ${number})`,
}

/** Fields that a catalog's rows need besides their columns. */
export const extraFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pg_enum: {
    rank: '(select count(*) from pg_catalog.pg_enum as e where e.enumtypid = t.enumtypid and e.enumsortorder < t.enumsortorder)',
  },
  pg_depend: { object: typedName('t.refclassid, t.refobjid, t.refobjsubid') },
  // of an index's columns, whose names nobody chose, only what somebody may set
  pg_index: {
    columns: `(
      select pg_catalog.string_agg(pg_catalog.concat_ws(' ', a.attnum, a.attoptions, nullif(a.attstattarget, -1)), ', ' order by a.attnum)
      from pg_catalog.pg_attribute as a
      where a.attrelid = t.indexrelid and (a.attoptions is not null or a.attstattarget <> -1)
    )`,
  },
}

/** The number of the database that is looked at. */
export const thisDatabase =
  '(select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())'

/** Which rows of a catalog count. */
export const conditions: Readonly<Record<string, string>> = {
  // Of dependencies only those that somebody declares: membership of an extension, "depends on extension", the
  // column that a sequence belongs to.
  pg_depend: `(
    t.deptype in ('e', 'x')
    or (
      t.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and t.refobjsubid > 0 and t.deptype in ('a', 'i')
      and exists (select from pg_catalog.pg_class as s where s.oid = t.objid and s.relkind = 'S')
    )
  )`,
  // dropped columns stay; those of indexes are told with the index
  pg_attribute: `t.attnum > 0 and not t.attisdropped
    and not exists (select from pg_catalog.pg_class as c where c.oid = t.attrelid and c.relkind in ('i', 'I'))`,
  // those that initdb found on its machine
  pg_collation: 't.oid not between 12000 and 16383',
  pg_shdescription: aboutThisDatabase(),
  pg_shseclabel: aboutThisDatabase(),
  pg_database: `t.oid = ${thisDatabase}`,
  pg_description:
    "not (t.classoid = 'pg_catalog.pg_collation'::pg_catalog.regclass and t.objoid between 12000 and 16383)",
}

/** Whether a constraint is a partition's part in a foreign key of the same table, which PostgreSQL numbers. */
function isNumbered(alias: string): string {
  return `(
    ${alias}.conparentid <> 0
    and exists (select from pg_catalog.pg_constraint as p where p.oid = ${alias}.conparentid and p.conrelid = ${alias}.conrelid)
  )`
}

function aboutThisDatabase(): string {
  return `t.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass and t.objoid = ${thisDatabase}`
}
