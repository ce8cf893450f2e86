insert into "Q s"."T" default values;
