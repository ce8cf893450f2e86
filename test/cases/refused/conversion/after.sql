create table public.t (a integer);
create conversion public.co for 'LATIN1' to 'UTF8' from pg_catalog.iso8859_1_to_utf8;
