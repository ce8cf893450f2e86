/** Names and texts that each format of the pages could take for its own signs. */
export const hostileNames = [
  'a"b|c',
  '</script><img src=x onerror=alert(1)>',
  '} erDiagram {',
  '"; click t0 "javascript:alert(1)"',
  '`tick` ``` **b** _i_ [l](javascript:alert(1))',
  'back\\slash\\',
  "it's",
  '../../up',
  'Ünïcode ✓',
  ' ',
  '%%{init: {}}%%',
  'line\nbreak',
  '&lt;b&gt; &#96;',
  '<!--',
  '$&$1$$',
] as const

/** What comments say. */
export const hostileText = `${hostileNames.join(' / ')}\r\n\t\u0007 -->]]></style></title></svg>'''`

/** A table for each name, with a column and a comment of it, and a key from each to the one before. */
export const hostileSchema = `
  create schema "odd.schema </script>";
  ${hostileNames.map(tableOf).join('\n')}
`

function tableOf(name: string, at: number): string {
  const table = qualified(name)
  const before = hostileNames[at - 1]
  return `
    create type "odd.schema </script>".${quoted(`enum ${name}`)} as enum (${literal(name)}, 'b');
    create table ${table} (
      ${quoted(name)} text not null default ${literal(hostileText)},
      "PERIOD" integer,
      ${quoted(`of ${name}`)} "odd.schema </script>".${quoted(`enum ${name}`)},
      constraint ${quoted(`${name} pkey`)} primary key (${quoted(name)}),
      constraint ${quoted(`${name} check`)} check (${quoted(name)} <> ${literal(name)})
      ${
        before === undefined
          ? ''
          : `, constraint ${quoted(`${name} fkey`)} foreign key (${quoted(name)}) references ${qualified(before)} (${quoted(before)}) on delete cascade`
      }
    );
    comment on table ${table} is ${literal(hostileText)};
    comment on column ${table}.${quoted(name)} is ${literal(hostileText)};
    alter table ${table} enable row level security;
    create policy ${quoted(name)} on ${table} for select to authenticated using (${quoted(name)} <> ${literal(hostileText)});
    grant select on ${table} to authenticated;
    create function "odd.schema </script>".${quoted(`f ${name}`)}(${quoted(name)} text) returns bigint language sql
      as $body$ select count(*) from ${table} $body$;
  `
}

function qualified(name: string): string {
  return `"odd.schema </script>".${quoted(name)}`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
