/**
 * Columns that no edit changes by themselves, and why: `pg_class.relkind`. Every other column of every catalog is
 * changed by an edit, on the newest version.
 */
export const untouched: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'names the object: under another name, or in another place, it is another object': [
      'pg_aggregate.aggfnoid',
      'pg_am.amname',
      'pg_amop.amopfamily amoplefttype amoprighttype amopstrategy amopmethod',
      'pg_amproc.amprocfamily amproclefttype amprocrighttype amprocnum',
      'pg_attrdef.adrelid adnum',
      'pg_attribute.attrelid attname',
      'pg_cast.castsource casttarget',
      'pg_class.relname relnamespace relkind',
      'pg_collation.collname collnamespace',
      'pg_constraint.conname connamespace conrelid contypid',
      'pg_conversion.conname connamespace',
      'pg_db_role_setting.setrole',
      'pg_default_acl.defaclrole defaclnamespace defaclobjtype',
      'pg_enum.enumtypid enumlabel',
      'pg_event_trigger.evtname',
      'pg_extension.extname',
      'pg_foreign_data_wrapper.fdwname',
      'pg_foreign_server.srvname',
      'pg_foreign_table.ftrelid',
      'pg_index.indexrelid indrelid',
      'pg_inherits.inhrelid inhparent',
      'pg_language.lanname',
      'pg_namespace.nspname',
      'pg_opclass.opcmethod opcname opcnamespace',
      'pg_operator.oprname oprnamespace oprkind oprleft oprright',
      'pg_opfamily.opfmethod opfname opfnamespace',
      'pg_partitioned_table.partrelid',
      'pg_policy.polname polrelid',
      'pg_proc.proname pronamespace prokind pronargs proargtypes',
      'pg_publication.pubname',
      'pg_publication_namespace.pnpubid pnnspid',
      'pg_publication_rel.prpubid prrelid',
      'pg_range.rngtypid',
      'pg_rewrite.rulename ev_class',
      'pg_sequence.seqrelid',
      'pg_shdescription.classoid',
      'pg_shseclabel.classoid provider label',
      'pg_statistic_ext.stxrelid stxname stxnamespace',
      'pg_subscription.subname',
      'pg_transform.trftype trflang',
      'pg_trigger.tgrelid tgname',
      'pg_ts_config.cfgname cfgnamespace',
      'pg_ts_config_map.mapcfg maptokentype mapseqno',
      'pg_ts_dict.dictname dictnamespace',
      'pg_ts_parser.prsname prsnamespace',
      'pg_ts_template.tmplname tmplnamespace',
      'pg_type.typname typnamespace',
      'pg_user_mapping.umuser umserver',
    ],
    'follows what another column says': [
      'pg_attribute.attbyval attisdropped',
      'pg_class.reltype relisshared',
      'pg_constraint.conparentid',
      'pg_rewrite.ev_qual',
      'pg_trigger.tgparentid tgisinternal',
      'pg_type.typrelid typarray',
    ],
    'no statement changes it: it tells how far a concurrent one has come': [
      'pg_index.indisready indislive',
      'pg_inherits.inhdetachpending',
    ],
    'written by the script of an extension alone': [
      'pg_extension.extrelocatable extconfig extcondition',
    ],
    'true in every language that a statement makes': ['pg_language.lanispl'],
    'belongs to superusers, and there is one': [
      'pg_event_trigger.evtowner',
      'pg_foreign_data_wrapper.fdwowner',
      'pg_subscription.subowner',
    ],
    'tablespaces belong to the server': ['pg_class.reltablespace', 'pg_database.dattablespace'],
    'asks the server at the other end': ['pg_subscription.subfailover'],
    'a database that has it cannot be dropped or opened: a test would leave it behind': [
      'pg_database.datistemplate datallowconn',
    ],
  }).flatMap(([why, columns]) =>
    columns.flatMap((text) => spread(text).map((name) => [name, why])),
  ),
)

/** `pg_a.b c` is pg_a.b and pg_a.c. */
function spread(text: string): string[] {
  const [catalog = '', columns = ''] = text.split('.')
  return columns.split(' ').map((column) => `${catalog}.${column}`)
}
