-- up
-- ! blocks_reads
alter foreign table "Odd"."re mote"
  options (drop select, set "Schema name" 'a"c', add "Select" 'it''s'),
  alter column "I d" set not null,
  alter column "from" options (add "Column" '1'),
  add constraint "the ""check""" check (("I d" > 1));
comment on foreign table "Odd"."re mote" is 'It''s';

-- down
-- ! blocks_reads
alter foreign table "Odd"."re mote"
  drop constraint "the ""check""",
  options (drop "Select", set "Schema name" 'a"b', add select 'it''s'),
  alter column "I d" drop not null,
  alter column "from" options (drop "Column");
comment on foreign table "Odd"."re mote" is null;
