// Pieces of SQL that name things: no number of an object is left in what they print.

/**
 * The object of an address (catalog, number, number of the column): type, schema, name and identity as a row's
 * text.
 */
export function identity(address: string): string {
  return `pg_catalog.pg_identify_object(${address})::text`
}

/** The identity alone. */
export function nameOf(address: string): string {
  return `(pg_catalog.pg_identify_object(${address})).identity`
}

/** Type and identity. Asks twice: for catalogs with few rows. */
export function typedName(address: string): string {
  return `pg_catalog.concat((pg_catalog.pg_identify_object(${address})).type, ' ', ${nameOf(address)})`
}

/** The names of columns by their numbers; 0 means an expression. In the order of the numbers unless told. */
export function columnNames(relation: string, numbers: string, order = 'k.rank'): string {
  return `case when ${numbers} is not null then (
    select pg_catalog.string_agg(coalesce(pg_catalog.quote_ident(a.attname), '-'), ', ' order by ${order})
    from pg_catalog.unnest(${numbers}::smallint[]) with ordinality as k (number, rank)
    left join pg_catalog.pg_attribute as a on a.attrelid = ${relation} and a.attnum = k.number
  ) end`
}

/** The texts of an array in the order of the alphabet; the items of some arrays come in the order of their writing. */
export function sorted(array: string): string {
  return `case when ${array} is not null then array(
    select item::text
    from pg_catalog.unnest(${array}) as item
    order by item::text collate pg_catalog."C"
  )::text end`
}

/** Rights in the order of the alphabet, one after the other, none is null. */
export function rightsText(list: string): string {
  return `(
    select pg_catalog.string_agg(item::text, ', ' order by item::text collate pg_catalog."C")
    from pg_catalog.unnest(${list}) as item
  )`
}

/** What a constraint is called in sentences about it: without a name where PostgreSQL numbers it. */
export function constraintName(alias: string, numbered: string): string {
  return `case
    when ${numbered} then pg_catalog.concat('(foreign key to ', ${alias}.confrelid::pg_catalog.regclass, ') on ', ${alias}.conrelid::pg_catalog.regclass)
    else ${nameOf(`'pg_catalog.pg_constraint'::pg_catalog.regclass, ${alias}.oid, 0`)}
  end`
}
