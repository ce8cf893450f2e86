-- superuser, of the plan too
create foreign data wrapper w;
create server "Far ""away""" foreign data wrapper w;
create schema "Odd";
create foreign table "Odd"."re mote" ("I d" integer constraint "must be" not null, "from" text options ("Column" '1'), constraint "the ""check""" check ("I d" > 1)) server "Far ""away""" options ("Schema name" 'a"c', "Select" 'it''s');
comment on foreign table "Odd"."re mote" is 'It''s';
