create table public.t (a integer, b integer);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger x after insert or update of b on public.t for each row when (new.a is not null) execute function public.touch('x''y');
comment on trigger x on public.t is 'X.';
