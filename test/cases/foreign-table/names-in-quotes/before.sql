-- superuser, of the plan too
create foreign data wrapper w;
create server "Far ""away""" foreign data wrapper w;
create schema "Odd";
create foreign table "Odd"."re mote" ("I d" integer, "from" text) server "Far ""away""" options ("Schema name" 'a"b', "select" 'it''s');
