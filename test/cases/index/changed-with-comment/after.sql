create table public.t (a integer, b text);
create unique index i on public.t using btree (a desc nulls last, lower(b) text_pattern_ops) include (b) where a > 1;
comment on index public.i is 'I';
