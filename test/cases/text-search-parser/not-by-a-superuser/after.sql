-- superuser
create text search parser public.words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create table public.t (id integer);
alter table public.t owner to postgres;
