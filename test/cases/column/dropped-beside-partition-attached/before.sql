create table public.whole (id integer, old text) partition by range (id);
create table public.part (id integer, other text);
