// What the observer does not look at, each with why. docs/coverage.md tells it.

/** Catalogs that are not read. */
export const passedOver: Readonly<Record<string, string>> = {
  pg_largeobject: 'the bytes of large objects are data',
  pg_statistic: 'what ANALYZE found',
  pg_statistic_ext_data: 'what ANALYZE found',
  pg_subscription_rel: 'how far a subscription has come',
  pg_init_privs:
    'what rights an extension or initdb began with; the rights themselves are read with their objects',
  pg_shdepend: 'who owns and may do what, which is read with each object',
  pg_auth_members: 'roles belong to the server',
  pg_authid: 'roles belong to the server',
  pg_parameter_acl: 'the rights to settings belong to the server',
  pg_replication_origin: 'where the server receives changes from',
  pg_tablespace: 'tablespaces belong to the server',
}

/** Columns that change without anybody changing the database, or that say again what another one says; each with why. */
export const passedOverColumns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'where it is stored, and how much there is of it': [
      'pg_class.relfilenode',
      'pg_class.relpages',
      'pg_class.reltuples',
      'pg_class.relallvisible',
      'pg_class.relallfrozen',
      'pg_class.relfrozenxid',
      'pg_class.relminmxid',
      'pg_class.relrewrite',
    ],
    'hints that VACUUM resets some time after the last index, rule, trigger or child is gone': [
      'pg_class.relhasindex',
      'pg_class.relhasrules',
      'pg_class.relhastriggers',
      'pg_class.relhassubclass',
    ],
    'counts dropped columns too': ['pg_class.relnatts'],
    'the order of columns is told apart': ['pg_attribute.attnum', 'pg_attribute.attcacheoff'],
    'a value for rows older than the column, which the rows hold once the table is rewritten': [
      'pg_attribute.atthasmissing',
      'pg_attribute.attmissingval',
    ],
    'of an array only that it is one has a meaning (manual, pg_attribute), and no tool prints more':
      ['pg_attribute.attndims', 'pg_type.typndims'],
    'told with the type': ['pg_attribute.atttypmod', 'pg_type.typtypmod'],
    'an index over rows that an older snapshot cannot see': ['pg_index.indcheckxmin'],
    'a number that is the rank of a label': ['pg_enum.enumsortorder'],
    'the name of the database is where one looks, not what one sees': [
      'pg_database.datname',
      'pg_db_role_setting.setdatabase',
      'pg_subscription.subdbid',
      'pg_shdescription.objoid',
      'pg_shseclabel.objoid',
    ],
    'told as the object': ['pg_depend.refclassid', 'pg_depend.refobjid', 'pg_depend.refobjsubid'],
    'decided when the database is made; no statement changes it': [
      'pg_database.encoding',
      'pg_database.datlocprovider',
      'pg_database.datcollate',
      'pg_database.datctype',
      'pg_database.datlocale',
      'pg_database.daticulocale',
      'pg_database.daticurules',
      'pg_database.datcollversion',
    ],
    'how old its rows are, and a hint about event triggers': [
      'pg_database.datfrozenxid',
      'pg_database.datminmxid',
      'pg_database.dathasloginevt',
    ],
    'how far a subscription has come': ['pg_subscription.subskiplsn'],
    'whether a subscription runs, and by which slot, is for its operator to say': [
      'pg_subscription.subenabled',
      'pg_subscription.subslotname',
    ],
  }).flatMap(([why, columns]) => columns.map((column) => [column, why] as const)),
)
