-- superuser, of the plan too
create text search parser public.gone (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create table public.t (id integer);
